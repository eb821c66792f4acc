package dev.sealedsecrets.crypto;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/** Builds certificates field by field, well-formed until a test spoils one field. The signature is no signature. */
final class CertificateFixture {
    private static final ASN1Sequence SHA256_WITH_RSA =
            Der.sequence(new ASN1ObjectIdentifier("1.2.840.113549.1.1.11"), DERNull.INSTANCE);

    private ASN1Encodable version = new ASN1Integer(2);
    private ASN1Encodable serial = new ASN1Integer(7);
    private ASN1Encodable name = Der.sequence();
    private ASN1Encodable outerAlgorithm = SHA256_WITH_RSA;
    private ASN1Encodable key = ASN1Sequence.getInstance(
            Vectors.key("keys/rsa2048a.pem").publicKey().getEncoded());
    private Instant notAfter = Instant.parse("2120-03-04T05:06:07Z");
    private final List<ASN1Encodable> identifiers = new ArrayList<>();
    private final List<ASN1Encodable> extensions = new ArrayList<>();
    private final List<ASN1Encodable> afterTheFields = new ArrayList<>();

    CertificateFixture version(int number) {
        version = new ASN1Integer(number);
        return this;
    }

    CertificateFixture version(ASN1Encodable element) {
        version = element;
        return this;
    }

    CertificateFixture serial(ASN1Encodable element) {
        serial = element;
        return this;
    }

    CertificateFixture name(ASN1Encodable element) {
        name = element;
        return this;
    }

    CertificateFixture outerAlgorithm(ASN1Encodable element) {
        outerAlgorithm = element;
        return this;
    }

    CertificateFixture key(ASN1Encodable element) {
        key = element;
        return this;
    }

    CertificateFixture notAfter(Instant instant) {
        notAfter = instant;
        return this;
    }

    CertificateFixture identifier(int number) {
        identifiers.add(new DERTaggedObject(false, number, new DERBitString(new byte[] {1})));
        return this;
    }

    CertificateFixture extension(ASN1Encodable element) {
        extensions.add(element);
        return this;
    }

    CertificateFixture afterTheFields(ASN1Encodable element) {
        afterTheFields.add(element);
        return this;
    }

    static ASN1Sequence extension(String identifier) {
        return Der.sequence(new ASN1ObjectIdentifier(identifier), new DEROctetString(new byte[] {5, 0}));
    }

    byte[] build() {
        List<ASN1Encodable> fields = new ArrayList<>(List.of(
                new DERTaggedObject(true, 0, version),
                serial,
                SHA256_WITH_RSA,
                name,
                Der.sequence(time(Instant.EPOCH), time(notAfter)),
                name,
                key));
        fields.addAll(identifiers);
        if (!extensions.isEmpty()) {
            fields.add(new DERTaggedObject(true, 3, new DERSequence(extensions.toArray(ASN1Encodable[]::new))));
        }
        fields.addAll(afterTheFields);
        return Der.bytes(Der.sequence(
                new DERSequence(fields.toArray(ASN1Encodable[]::new)),
                outerAlgorithm,
                new DERBitString(new byte[] {1, 2, 3})));
    }

    private static ASN1Encodable time(Instant instant) {
        return new ASN1GeneralizedTime(DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant));
    }
}
