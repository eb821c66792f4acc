package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateReaderTest {
    private static final ASN1ObjectIdentifier RSA = new ASN1ObjectIdentifier(AlgorithmIdentifier.RSA);

    @Test
    void readsNamesIdentifiersAndExtensionsWithoutLookingAtThem() throws Exception {
        ASN1Encodable attribute = Der.sequence(new ASN1ObjectIdentifier("2.5.4.3"), new DERUTF8String("x"));
        byte[] der = new CertificateFixture()
                .name(Der.sequence(new DERSet(attribute)))
                .identifier(1)
                .identifier(2)
                .extension(CertificateFixture.extension("2.5.29.15"))
                .extension(Der.sequence(
                        new ASN1ObjectIdentifier("2.5.29.19"), ASN1Boolean.TRUE, new DEROctetString(new byte[0])))
                .build();

        assertThat(CertificateReader.read(der).fingerprint())
                .isEqualTo(Vectors.key("keys/rsa2048a.pem").fingerprint());
    }

    @Test
    void versionsOneAndTwoHaveNoExtensions() throws Exception {
        ASN1Encodable extension = CertificateFixture.extension("2.5.29.15");

        assertThat(CertificateReader.read(new CertificateFixture().version(0).build())
                        .hasRsaKey())
                .isTrue();
        assertRefused(new CertificateFixture().version(1).extension(extension), "x509: malformed tbs certificate");
        assertRefused(new CertificateFixture().version(0).identifier(1), "x509: malformed tbs certificate");
    }

    @ParameterizedTest
    @CsvSource({"3, x509: invalid version", "100000, x509: invalid version", "-1, x509: malformed version"})
    void otherVersionsAreRefused(int version, String message) {
        assertRefused(new CertificateFixture().version(version), message);
    }

    @Test
    void eachFieldHasToBeWhatItIs() {
        assertRefused(new CertificateFixture().version(DERNull.INSTANCE), "x509: malformed version");
        assertRefused(new CertificateFixture().serial(DERNull.INSTANCE), "x509: malformed serial number");
        assertRefused(new CertificateFixture().name(DERNull.INSTANCE), "x509: malformed issuer");
        assertRefused(new CertificateFixture().name(Der.sequence(Der.sequence())), "x509: malformed issuer");
        assertRefused(new CertificateFixture().key(DERNull.INSTANCE), "x509: malformed subjectPublicKey");
        assertRefused(new CertificateFixture().extension(DERNull.INSTANCE), "x509: malformed extensions");
        assertRefused(new CertificateFixture().afterTheFields(DERNull.INSTANCE), "x509: malformed tbs certificate");
        assertRefused(
                new CertificateFixture().outerAlgorithm(DERNull.INSTANCE), "x509: malformed algorithm identifier");
    }

    @Test
    void extensionsMayNotComeTwice() {
        ASN1Encodable extension = CertificateFixture.extension("2.5.29.15");

        assertRefused(new CertificateFixture().extension(extension).extension(extension), "x509: malformed extensions");
    }

    @Test
    void algorithmInsideAndOutsideHaveToBeTheSame() {
        assertRefused(
                new CertificateFixture().outerAlgorithm(Der.sequence(new ASN1ObjectIdentifier("1.2.3"))),
                "x509: inner and outer signature algorithm identifiers don't match");
        assertRefused(
                new CertificateFixture()
                        .outerAlgorithm(Der.sequence(new ASN1ObjectIdentifier("1.2.840.113549.1.1.11"))),
                "x509: inner and outer signature algorithm identifiers don't match");
    }

    @Test
    void rsaKeyNeedsNullParametersAndTwoPositiveNumbers() {
        BigInteger modulus = Vectors.key("keys/rsa2048a.pem").publicKey().getModulus();
        byte[] numbers = Der.bytes(Der.integers(List.of(modulus, BigInteger.valueOf(3))));
        assertRefused(
                new CertificateFixture().key(Der.sequence(Der.sequence(RSA), new DERBitString(numbers))),
                "x509: malformed subjectPublicKey");
        assertRefused(
                new CertificateFixture().key(rsaKey(new ASN1Integer(0), new ASN1Integer(3))),
                "x509: malformed subjectPublicKey");
        assertRefused(
                new CertificateFixture().key(rsaKey(new ASN1Integer(77), new ASN1Integer(3))),
                "x509: malformed subjectPublicKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.3.101.112", "1.2.3.4"})
    void keyOfAnotherAlgorithmIsNamed(String algorithm) throws Exception {
        byte[] der = new CertificateFixture()
                .key(Der.sequence(Der.sequence(new ASN1ObjectIdentifier(algorithm)), new DERBitString(new byte[32])))
                .build();
        String pem = CertificateReader.read(der).toPem();

        assertThatThrownBy(() -> SealingCertificate.parse(pem))
                .isInstanceOf(CertificateFormatException.class)
                .hasMessage("expected RSA public key but found "
                        + (algorithm.equals("1.2.3.4") ? "a key of algorithm 1.2.3.4" : "an Ed25519 key"));
    }

    @Test
    void everyCutIsRefused() {
        byte[] der = new CertificateFixture()
                .extension(CertificateFixture.extension("2.5.29.15"))
                .build();
        for (int length = 0; length < der.length; length++) {
            byte[] cut = Arrays.copyOf(der, length);
            assertThatThrownBy(() -> CertificateReader.read(cut)).isInstanceOf(CertificateFormatException.class);
        }
    }

    private static ASN1Encodable rsaKey(ASN1Integer modulus, ASN1Integer exponent) {
        return Der.sequence(
                Der.sequence(RSA, DERNull.INSTANCE), new DERBitString(Der.bytes(Der.sequence(modulus, exponent))));
    }

    private static void assertRefused(CertificateFixture certificate, String message) {
        assertThatThrownBy(() -> CertificateReader.read(certificate.build()))
                .isInstanceOf(CertificateFormatException.class)
                .hasMessage(message);
    }
}
