package dev.sealedsecrets.client;

import dev.sealedsecrets.crypto.CertificateFormatException;
import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.SealingCertificate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The PEM text that a {@link CertificateSource} gave. Immutable. */
public final class CertificateText {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private final byte[] content;

    /** Takes a copy of the bytes. */
    public CertificateText(byte[] content) {
        this.content = content.clone();
    }

    /**
     * The bytes as they came, to be kept as a file. Dates are not looked at, the key only if one is pinned.
     *
     * @throws ClientException when there is no certificate among them, as in the page of a login portal, or another key is pinned
     */
    public byte[] verbatim(CertificateRules rules) throws ClientException {
        if (rules.pinned() != null) {
            requirePinned(parse(), rules);
        }
        String text = text();
        int begin = text.indexOf(BEGIN);
        if (begin < 0 || text.indexOf(END, begin) < 0) {
            throw new ClientException(
                    "data does not contain any valid RSA or ECDSA certificates",
                    List.of("what was read holds no CERTIFICATE block"));
        }
        return content.clone();
    }

    /**
     * The certificate to seal with: the first one.
     *
     * @throws ClientException when the text does not parse, the key is not RSA, or the certificate breaks a rule by now
     */
    public SealingCertificate forSealing(Instant now, CertificateRules rules) throws ClientException {
        SealingCertificate certificate = parse();
        requirePinned(certificate, rules);
        if (certificate.isExpired(now) && !rules.allowExpired()) {
            throw new ClientException(certificate.expiredMessage());
        }
        return certificate;
    }

    private SealingCertificate parse() throws ClientException {
        try {
            return SealingCertificate.parse(text());
        } catch (CertificateFormatException e) {
            throw new ClientException(String.valueOf(e.getMessage()));
        }
    }

    private static void requirePinned(SealingCertificate certificate, CertificateRules rules) throws ClientException {
        Fingerprint pinned = rules.pinned();
        if (pinned != null && !pinned.equals(certificate.fingerprint())) {
            throw new ClientException(
                    "the certificate is for the key "
                            + certificate.fingerprint().text() + ", not for the pinned " + pinned.text(),
                    List.of("the controller makes a new key every month: check that this one is its own, then pin it"));
        }
    }

    private String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
