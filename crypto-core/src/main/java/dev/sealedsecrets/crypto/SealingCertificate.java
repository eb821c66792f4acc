package dev.sealedsecrets.crypto;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A certificate (RFC 5280) as the carrier of a public key and its dates.
 *
 * <p>Guarantees: the certificate is well-formed DER down to the names, the key and the frames of the extensions. Does not
 * guarantee anything an authority would vouch for: signature, chain, names, key usage and start date are not looked at, in the
 * way of the original. Whoever hands over the certificate decides who can read what is sealed with it.
 *
 * <p>Immutable and thread-safe.
 */
public final class SealingCertificate {
    private static final int MAXIMUM_TEXT = 1 << 20;
    private static final String TYPE = "CERTIFICATE";
    private static final String[] MONTHS = {
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"
    };

    private final byte[] der;
    private final CertificateKey key;
    private final Instant notBefore;
    private final Instant notAfter;

    SealingCertificate(byte[] der, CertificateKey key, Instant notBefore, Instant notAfter) {
        this.der = der;
        this.key = key;
        this.notBefore = notBefore;
        this.notAfter = notAfter;
    }

    /**
     * The certificate to seal with: the first of a PEM text. It has an RSA key. The dates are not looked at; see {@link
     * #isExpired}.
     *
     * @throws CertificateFormatException as {@link #parseAll}, and if the key of the first certificate is not RSA
     */
    public static SealingCertificate parse(String pem) throws CertificateFormatException {
        SealingCertificate first = parseAll(pem).get(0);
        if (!first.hasRsaKey()) {
            throw new CertificateFormatException(first.wrongKey());
        }
        return first;
    }

    /**
     * All certificates of a PEM text, at least one, in order. Blocks of other types and {@code CERTIFICATE} blocks with headers
     * are passed over. Their keys may be of any kind, see {@link #hasRsaKey}.
     *
     * @throws CertificateFormatException if there is none, if one of them does not parse, or if the text has more than 2^20
     *     characters
     */
    public static List<SealingCertificate> parseAll(String pem) throws CertificateFormatException {
        List<SealingCertificate> certificates = new ArrayList<>(1);
        if (pem.length() <= MAXIMUM_TEXT) {
            PemText text = new PemText(pem);
            for (Optional<PemBlock> next = text.next(); next.isPresent(); next = text.next()) {
                PemBlock block = next.get();
                if (block.type().equals(TYPE) && !block.hasHeaders()) {
                    certificates.add(CertificateReader.read(block.contents()));
                }
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateFormatException("data does not contain any valid RSA or ECDSA certificates");
        }
        return certificates;
    }

    /** Whether the key is an RSA key: always, if the certificate comes from {@link #parse}. */
    public boolean hasRsaKey() {
        return key.rsa().isPresent();
    }

    /**
     * The key to seal with. It may still be too short; {@link Sealer#seal} says so.
     *
     * @throws IllegalStateException if {@link #hasRsaKey()} is false
     */
    public RSAPublicKey publicKey() {
        Optional<RSAPublicKey> rsa = key.rsa();
        if (rsa.isEmpty()) {
            throw new IllegalStateException(wrongKey());
        }
        return rsa.get();
    }

    /** The first second of validity. */
    public Instant notBefore() {
        return notBefore;
    }

    /** The last second of validity. */
    public Instant notAfter() {
        return notAfter;
    }

    /** Whether this instant is after {@link #notAfter()}. */
    public boolean isExpired(Instant now) {
        return now.isAfter(notAfter);
    }

    /** The refusal to seal with this certificate, with the day of {@link #notAfter()} in UTC; scripts match it. */
    public String expiredMessage() {
        LocalDateTime end = LocalDateTime.ofInstant(notAfter, ZoneOffset.UTC);
        return "failed to encrypt using an expired certificate on " + MONTHS[end.getMonthValue() - 1] + " "
                + end.getDayOfMonth() + ", " + end.getYear();
    }

    /**
     * The fingerprint of the key.
     *
     * @throws IllegalStateException if {@link #hasRsaKey()} is false
     */
    public Fingerprint fingerprint() {
        return Fingerprint.of(publicKey());
    }

    /** This certificate alone as PEM, in lines of 64 characters. */
    public String toPem() {
        return PemText.write(TYPE, der);
    }

    private String wrongKey() {
        return "expected RSA public key but found " + key.algorithm();
    }
}
