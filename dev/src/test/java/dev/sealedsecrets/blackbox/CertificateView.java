package dev.sealedsecrets.blackbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/** What a case can ask of a certificate. Read element by element: Bouncy Castle's own reader refuses an empty issuer. */
final class CertificateView {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";

    private CertificateView() {}

    static Map<String, @Nullable Object> of(String pem) {
        try (PemReader reader = new PemReader(new java.io.StringReader(pem))) {
            Map<String, @Nullable Object> view =
                    view(ASN1Sequence.getInstance(reader.readPemObject().getContent()));
            view.put("certificates", pem.split(BEGIN, -1).length - 1);
            return view;
        } catch (Exception e) {
            return Map.of("error", "not a certificate: " + e);
        }
    }

    private static Map<String, @Nullable Object> view(ASN1Sequence certificate) throws Exception {
        ASN1Sequence body = ASN1Sequence.getInstance(certificate.getObjectAt(0));
        ASN1Sequence validity = ASN1Sequence.getInstance(body.getObjectAt(4));
        Instant from = Time.getInstance(validity.getObjectAt(0)).getDate().toInstant();
        Instant to = Time.getInstance(validity.getObjectAt(1)).getDate().toInstant();
        double hours = Duration.between(from, to).toMinutes() / 60.0;
        RSAPublicKey key = RSAPublicKey.getInstance(
                SubjectPublicKeyInfo.getInstance(body.getObjectAt(6)).parsePublicKey());
        ASN1ObjectIdentifier signature = ASN1ObjectIdentifier.getInstance(
                ASN1Sequence.getInstance(body.getObjectAt(2)).getObjectAt(0));

        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("issuer", X500Name.getInstance(body.getObjectAt(3)).toString());
        view.put("subject", X500Name.getInstance(body.getObjectAt(5)).toString());
        view.put("bits", key.getModulus().bitLength());
        view.put("hours", hours);
        view.put("days", hours / 24);
        view.put("age", ChronoUnit.SECONDS.between(from, Instant.now()));
        view.put(
                "serial_bits",
                ASN1Integer.getInstance(body.getObjectAt(1)).getValue().bitLength());
        view.put(
                "version",
                "v"
                        + (ASN1Integer.getInstance((ASN1TaggedObject) body.getObjectAt(0), true)
                                        .intValueExact()
                                + 1));
        view.put(
                "signature",
                signature.equals(PKCSObjectIdentifiers.sha256WithRSAEncryption)
                        ? "sha256WithRSAEncryption"
                        : signature.getId());
        Extensions extensions = extensions(body);
        if (extensions != null) {
            putExtensions(view, extensions);
        }
        return view;
    }

    private static @Nullable Extensions extensions(ASN1Sequence body) {
        return body.size() > 7 && body.getObjectAt(7) instanceof ASN1TaggedObject tagged
                ? Extensions.getInstance(tagged, true)
                : null;
    }

    private static void putExtensions(Map<String, @Nullable Object> view, Extensions extensions) {
        Extension basic = extensions.getExtension(Extension.basicConstraints);
        view.put(
                "ca",
                basic != null
                        && BasicConstraints.getInstance(basic.getParsedValue()).isCA());
        view.put("basic_constraints_critical", basic != null && basic.isCritical());
        view.put("subject_key_id", extensions.getExtension(Extension.subjectKeyIdentifier) != null);
        Extension usage = extensions.getExtension(Extension.keyUsage);
        if (usage != null) {
            view.put(
                    "usage_bits",
                    HexFormat.of()
                            .formatHex(ASN1BitString.getInstance(usage.getParsedValue())
                                    .getBytes()));
            view.put("usage_critical", usage.isCritical());
        }
    }
}
