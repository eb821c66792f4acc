package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedSealingKeyTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-04T05:06:07.89Z"));
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private static GeneratedSealingKey generated;
    private static ASN1Sequence certificate;
    private static ASN1Sequence fields;

    @BeforeAll
    static void generate() throws Exception {
        generated = GeneratedSealingKey.generate(new KeySpec(2048, TEN_YEARS, ""), CLOCK, new SecureRandom());
        certificate = ASN1Sequence.getInstance(der(generated));
        fields = ASN1Sequence.getInstance(certificate.getObjectAt(0));
    }

    @Test
    void keyAndCertificateBelongTogether() throws Exception {
        SealingKey key = SealingKey.parsePem(generated.exposePrivateKeyPem());
        SealingCertificate sealing = SealingCertificate.parse(generated.certificatePem());

        assertThat(key.fingerprint())
                .isEqualTo(generated.key().fingerprint())
                .isEqualTo(sealing.fingerprint())
                .isEqualTo(generated.certificate().fingerprint());
        assertThat(key.publicKey().getModulus().bitLength()).isEqualTo(2048);
        assertThat(key.publicKey().getPublicExponent()).isEqualTo(65537);
    }

    @Test
    void whatIsSealedWithTheCertificateOpensWithTheKey() {
        Label label = Label.of("ns/name");

        SealedPayload item = new Sealer(new SecureRandom())
                .seal(new byte[] {1, 2, 3}, label, generated.certificate().publicKey());

        assertThat(((Opened) KeyRing.of(List.of(generated.key())).unseal(item, label)).plaintext())
                .containsExactly(1, 2, 3);
    }

    @Test
    void privateKeyIsWrittenAsPkcs1() {
        assertThat(generated.exposePrivateKeyPem())
                .startsWith("-----BEGIN RSA PRIVATE KEY-----\n")
                .endsWith("-----END RSA PRIVATE KEY-----\n");
        assertThat(generated.certificatePem()).startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void extensionsAreExactlyThoseOfTheOriginal() throws Exception {
        byte[] publicKey = SubjectPublicKeyInfo.getInstance(fields.getObjectAt(6))
                .getPublicKeyData()
                .getOctets();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
        String identifier = HexFormat.of().formatHex(Arrays.copyOf(hash, 20));

        assertThat(extensions().getExtensionOIDs())
                .containsExactly(Extension.keyUsage, Extension.basicConstraints, Extension.subjectKeyIdentifier);
        assertThat(extension(Extension.keyUsage)).isEqualTo("true 03020001");
        assertThat(extension(Extension.basicConstraints)).isEqualTo("true 30030101ff");
        assertThat(extension(Extension.subjectKeyIdentifier)).isEqualTo("false 0414" + identifier);
    }

    @Test
    void datesAreWholeSecondsFromNow() {
        Instant start = Instant.parse("2026-03-04T05:06:07Z");

        assertThat(generated.certificate().notBefore()).isEqualTo(start);
        assertThat(generated.certificate().notAfter()).isEqualTo(start.plus(TEN_YEARS));
    }

    @Test
    void isOfVersionThreeWithARandomSerialNumber() {
        BigInteger serial = ASN1Integer.getInstance(fields.getObjectAt(1)).getValue();

        assertThat(ASN1TaggedObject.getInstance(fields.getObjectAt(0)).getExplicitBaseObject())
                .isEqualTo(new ASN1Integer(2));
        assertThat(serial.signum()).isPositive();
        assertThat(serial.bitLength()).isBetween(64, 128);
    }

    @Test
    void isSignedWithItsOwnKeyAndSha256() throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(generated.key().publicKey());
        signature.update(Der.bytes(fields));

        assertThat(signature.verify(
                        ASN1BitString.getInstance(certificate.getObjectAt(2)).getOctets()))
                .isTrue();
        assertThat(AlgorithmIdentifier.getInstance(certificate.getObjectAt(1)))
                .isEqualTo(new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE))
                .isEqualTo(AlgorithmIdentifier.getInstance(fields.getObjectAt(2)));
    }

    @Test
    void namesAreEmptyByDefault() {
        assertThat(Der.bytes(fields.getObjectAt(3))).containsExactly(0x30, 0);
        assertThat(Der.bytes(fields.getObjectAt(5))).containsExactly(0x30, 0);
    }

    @Test
    void commonNameIsEncodedAsTheOriginalDoes() throws Exception {
        X509CertificateHolder fromGo = new X509CertificateHolder(new PemText(Vectors.text("certforms/plain.pem"))
                .next()
                .orElseThrow()
                .contents());

        X509CertificateHolder named = holder(
                GeneratedSealingKey.generate(new KeySpec(2048, TEN_YEARS, "sealing"), CLOCK, new SecureRandom()));

        assertThat(named.getSubject().getEncoded())
                .isEqualTo(fromGo.getSubject().getEncoded());
        assertThat(named.getIssuer().getEncoded()).isEqualTo(fromGo.getIssuer().getEncoded());
    }

    @Test
    void commonNameMayHaveAnyCharacterAndTheCertificateMayLastLong() throws Exception {
        GeneratedSealingKey named = GeneratedSealingKey.generate(
                new KeySpec(2048, Duration.ofDays(365 * 100), "schlüssel@example"), CLOCK, new SecureRandom());

        assertThat(holder(named).getSubject()).hasToString("CN=schlüssel@example");
        assertThat(named.certificate().notAfter()).isAfter(Instant.parse("2126-01-01T00:00:00Z"));
    }

    @Test
    void textShowsTheFingerprintOnly() {
        assertThat(generated)
                .hasToString(
                        "GeneratedSealingKey[" + generated.key().fingerprint().text() + "]");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1024, 2047, 16385})
    void lengthsThatAreNotMadeAreRefused(int bits) {
        assertThatThrownBy(() -> new KeySpec(bits, TEN_YEARS, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1H", "PT0.9S"})
    void certificateThatIsNeverValidIsRefused(Duration validity) {
        assertThatThrownBy(() -> new KeySpec(2048, validity, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Extensions extensions() {
        return Extensions.getInstance(
                ASN1TaggedObject.getInstance(fields.getObjectAt(7)).getExplicitBaseObject());
    }

    private static String extension(ASN1ObjectIdentifier identifier) {
        Extension extension = extensions().getExtension(identifier);
        return extension.isCritical() + " "
                + HexFormat.of().formatHex(extension.getExtnValue().getOctets());
    }

    private static X509CertificateHolder holder(GeneratedSealingKey key) throws Exception {
        return new X509CertificateHolder(der(key));
    }

    private static byte[] der(GeneratedSealingKey key) {
        return new PemText(key.certificatePem()).next().orElseThrow().contents();
    }
}
