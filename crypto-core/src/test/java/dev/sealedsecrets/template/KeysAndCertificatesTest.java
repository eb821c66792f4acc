package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.template.limit.TemplateLimits;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysAndCertificatesTest {
    private static final TemplateSettings SETTINGS = TemplateSettings.defaults()
            .withLimits(TemplateLimits.defaults().withKeys(20).withTime(Duration.ofMinutes(2)));

    private static String render(String template) throws TemplateException {
        byte[] output = GoTemplate.parse("k", template, SETTINGS).render(Map.of());
        return new String(output, StandardCharsets.UTF_8);
    }

    private static X509CertificateHolder certificate(String pem) throws IOException {
        return (X509CertificateHolder) new PEMParser(new StringReader(pem)).readObject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa", "ed25519"})
    void aCertificateCanBeSignedByAKeyOfEachKind(String type) throws Exception {
        String pem = render(
                "{{ $k := genPrivateKey \"" + type + "\" }}{{ $ca := genCAWithKey \"ca\" 10 $k }}"
                        + "{{ (genSignedCert \"*.x\" (list \"10.0.0.1\" \"fe80::1\" \"::ffff:1.2.3.4\") (list \"a.b\" \"c.d\") 5 $ca).Cert }}{{ $ca.Cert }}");
        int second = pem.lastIndexOf("-----BEGIN");
        X509CertificateHolder signed = certificate(pem.substring(0, second));
        X509CertificateHolder authority = certificate(pem.substring(second));
        assertThat(signed.isSignatureValid(new JcaContentVerifierProviderBuilder().build(authority)))
                .isTrue();
        assertThat(authority.isSignatureValid(new JcaContentVerifierProviderBuilder().build(authority)))
                .isTrue();
        assertThat(signed.getIssuer()).isEqualTo(authority.getSubject());
        assertThat(AuthorityKeyIdentifier.fromExtensions(signed.getExtensions()).getKeyIdentifierOctets())
                .isEqualTo(SubjectKeyIdentifier.fromExtensions(authority.getExtensions())
                        .getKeyIdentifier());
        GeneralName[] names = GeneralNames.fromExtensions(signed.getExtensions(), Extension.subjectAlternativeName)
                .getNames();
        assertThat(names).hasSize(5);
        assertThat(names[0]).hasToString("2: a.b");
        assertThat(names[4].getName().toASN1Primitive().getEncoded()).hasSize(6);
    }

    @Test
    void keysOfTheOtherCurvesAndPkcs8FormsAreRead() throws Exception {
        for (String curve : new String[] {"secp224r1", "secp256r1", "secp384r1", "secp521r1"}) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            generator.initialize(new ECGenParameterSpec(curve));
            assertMakesAuthority(generator);
        }
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        assertMakesAuthority(rsa);
    }

    private static void assertMakesAuthority(KeyPairGenerator generator) throws Exception {
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----";
        byte[] output = GoTemplate.parse("k", "{{ (genCAWithKey \"x\" 1 .key).Cert }}", SETTINGS)
                .render(Map.of("key", pem.getBytes(StandardCharsets.UTF_8)));
        X509CertificateHolder authority = certificate(new String(output, StandardCharsets.UTF_8));
        assertThat(authority.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(new BouncyCastleProvider())
                        .build(authority)))
                .isTrue();
    }

    @Test
    void keysComeFromTheGivenRandomness() throws TemplateException {
        TemplateSettings fixed =
                new TemplateSettings(TemplateLimits.defaults(), new Random(5), InstantSource.fixed(Instant.EPOCH));
        byte[] first =
                GoTemplate.parse("k", "{{ genPrivateKey \"ed25519\" }}", fixed).render(Map.of());
        TemplateSettings same =
                new TemplateSettings(TemplateLimits.defaults(), new Random(5), InstantSource.fixed(Instant.EPOCH));
        assertThat(GoTemplate.parse("k", "{{ genPrivateKey \"ed25519\" }}", same)
                        .render(Map.of()))
                .isEqualTo(first);
    }

    @Test
    void keysReadBackAreWrittenTheSame() throws TemplateException {
        assertThat(render("{{ $c := genSelfSignedCert \"x\" nil nil 1 }}"
                        + "{{ eq $c.Key (genSelfSignedCertWithKey \"x\" nil nil 1 $c.Key).Key }}"))
                .isEqualTo("true");
    }

    @Test
    void anRsaKeyHas4096Bits() throws Exception {
        PEMKeyPair pair = (PEMKeyPair) new PEMParser(new StringReader(render("{{ genPrivateKey \"\" }}"))).readObject();
        assertThat(pair.getPrivateKeyInfo().getEncoded().length).isGreaterThan(2300);
    }

    @Test
    void unknownTypesOfKeysGiveAText() throws TemplateException {
        assertThat(render("{{ genPrivateKey \"rot13\" }}")).isEqualTo("Unknown type rot13");
        assertThat(render("{{ derivePassword 1 \"odd\" \"p\" \"u\" \"s\" }}"))
                .isEqualTo("cannot find password template odd");
    }

    @Test
    void aDsaKeyCountsForMoreThanTheDefaultLimit() {
        assertThatThrownBy(() ->
                        GoTemplate.parse("k", "{{ genPrivateKey \"dsa\" }}").render(Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("more than 4 keys");
    }

    @Test
    void aDsaKeyHasThePublicKeyOfItsPrivateKey() throws Exception {
        // Parameters are searched for; from these random bits they are found soon.
        TemplateSettings settings =
                new TemplateSettings(SETTINGS.limits(), new Random(6), InstantSource.fixed(Instant.EPOCH));
        byte[] pem =
                GoTemplate.parse("k", "{{ genPrivateKey \"dsa\" }}", settings).render(Map.of());
        ASN1Sequence key =
                ASN1Sequence.getInstance(new PemReader(new StringReader(new String(pem, StandardCharsets.UTF_8)))
                        .readPemObject()
                        .getContent());
        BigInteger p = number(key, 1);
        BigInteger q = number(key, 2);
        BigInteger g = number(key, 3);
        assertThat(p.bitLength()).isEqualTo(2048);
        assertThat(q.bitLength()).isEqualTo(256);
        assertThat(g.modPow(q, p)).isEqualTo(BigInteger.ONE);
        assertThat(number(key, 4)).isEqualTo(g.modPow(number(key, 5), p));
    }

    private static BigInteger number(ASN1Sequence key, int index) {
        return ASN1Integer.getInstance(key.getObjectAt(index)).getValue();
    }

    @Test
    void aCertificateThatWouldEndAfterTheYear9999IsRefused() {
        TemplateSettings late = new TemplateSettings(
                TemplateLimits.defaults(), new Random(1), InstantSource.fixed(Instant.parse("9999-12-31T00:00:00Z")));
        assertThatThrownBy(
                        () -> GoTemplate.parse("k", "{{ genCA \"x\" 2 }}", late).render(Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("cannot represent time as GeneralizedTime");
    }

    @Test
    void anIssuerWithoutKeyIdentifierLeavesNoneInWhatItSigns() throws Exception {
        String signed = render("{{ $c := genSelfSignedCert \"x\" nil nil 1 }}"
                + "{{ (genSignedCert \"y\" nil nil 1 (buildCustomCert (b64enc $c.Cert) (b64enc $c.Key))).Cert }}");
        assertThat(certificate(signed).getExtension(Extension.authorityKeyIdentifier))
                .isNull();
    }

    @Test
    void aCertificateNeedsTheIssuersKey() {
        assertFails(
                "{{ $a := genCA \"a\" 1 }}{{ $k := genPrivateKey \"ecdsa\" }}{{ $b := buildCustomCert (b64enc $a.Cert) (b64enc $k) }}"
                        + "{{ genSignedCert \"x\" nil nil 1 $b }}",
                "provided PrivateKey doesn't match parent's PublicKey");
    }

    @Test
    void whatIsNoKeyOrCertificateIsRefused() {
        String block = "-----BEGIN TYPE-----\\nBODY\\n-----END TYPE-----\\n";
        assertKeyRefused(
                block.replace("TYPE", "CERTIFICATE").replace("BODY", "AAAA"),
                "no private key data in PEM block of type CERTIFICATE");
        assertKeyRefused(block.replace("TYPE", "PRIVATE KEY").replace("BODY", "MAMCAQA="), "decoding PEM as PKCS#8");
        assertKeyRefused(
                block.replace("TYPE", "PRIVATE KEY").replace("BODY", "MAM="), "asn1: syntax error: data truncated");
        assertKeyRefused(
                block.replace("TYPE", "EC PRIVATE KEY").replace("BODY", "MAMCAQA="), "parsing EC private key from PEM");
        assertKeyRefused(
                block.replace("TYPE", "DSA PRIVATE KEY").replace("BODY", "MAMCAQA="),
                "parsing DSA private key from PEM");
        assertKeyRefused(
                block.replace("TYPE", "DSA PRIVATE KEY").replace("BODY", "MBICAQACAQECAQECAQECAQECAQE="),
                "x509: only RSA, ECDSA and Ed25519 keys supported");
        assertKeyRefused("-----BEGIN X\\nno end", "no PEM data in input");
        assertKeyRefused("-----BEGIN A-----\\nAAAA\\n-----END B-----\\n", "no PEM data in input");
        assertKeyRefused("-----BEGIN A-----\\n*\\n-----END A-----\\n", "no PEM data in input");
        assertKeyRefused("-----BEGIN A-----\\nH: v\\n\\nAAAA\\n-----END A-----\\n", "no private key data");
        assertKeyRefused("-----BEGIN A-----\\n-----END A-----\\n", "no private key data");
        assertKeyRefused("-----BEGIN A-----\\n====\\n-----END A-----\\n", "no PEM data in input");
        assertKeyRefused(
                block.replace("TYPE", "EC PRIVATE KEY").replace("BODY", "MBICAQEEAQCgCgYIKoZIzj0DAQc="),
                "x509: invalid elliptic curve private key value");
        assertKeyRefused("-----BEGIN A\\n\\n-----BEGIN B-----\\nAAAA\\n", "no PEM data in input");
        assertKeyRefused("-----BEGIN A-----\\nAAA\\n-----END A-----\\n", "no PEM data in input");
        assertFails("{{ buildCustomCert (b64enc \"x\") \"*\" }}", "unable to decode base64 private key");
        assertFails("{{ buildCustomCert (b64enc \"x\") \"\" }}", "unable to decode certificate");
        String certificate = block.replace("TYPE", "CERTIFICATE").replace("BODY", "AAAA");
        assertFails("{{ buildCustomCert (b64enc \"" + certificate + "\") \"\" }}", "x509: malformed certificate");
        assertFails(
                "{{ $c := genCA \"x\" 1 }}{{ buildCustomCert (b64enc $c.Cert) \"\" }}", "error parsing private key");
    }

    @Test
    void keysOfKindsThatNoCertificateTakesAreRefused() throws Exception {
        assertKeyRefused(pkcs8("EC", new ECGenParameterSpec("secp256k1")), "x509: unknown elliptic curve");
        assertKeyRefused(pkcs8("X25519", NamedParameterSpec.X25519), "private key with unknown algorithm: 1.3.101.110");
    }

    private static String pkcs8(String algorithm, AlgorithmParameterSpec parameters) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, new BouncyCastleProvider());
        generator.initialize(parameters);
        byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
        return "-----BEGIN PRIVATE KEY-----\\n" + Base64.getEncoder().encodeToString(der)
                + "\\n-----END PRIVATE KEY-----\\n";
    }

    /** Each of many beginnings of a block has to look for its end in all that follows. */
    @Test
    void blocksThatNeverEndAreLookedAtWithinTheLimits() {
        for (String line : new String[] {"-----BEGIN a-----", "-----BEGIN a:-----"}) {
            assertThatThrownBy(() -> GoTemplate.parse(
                                    "k", "{{ genCAWithKey \"x\" 1 (repeat 500000 \"" + line + "\\n\") }}")
                            .render(Map.of()))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("template limit exceeded");
        }
    }

    @Test
    void aTextThatDecryptsToBadPaddingIsRefused() throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"), new IvParameterSpec(new byte[16]));
        byte[] block = new byte[16];
        block[15] = (byte) 200;
        byte[] encrypted = Arrays.copyOf(new byte[16], 32);
        System.arraycopy(cipher.doFinal(block), 0, encrypted, 16, 16);
        assertFails(
                "{{ decryptAES \"\" \"" + Base64.getEncoder().encodeToString(encrypted) + "\" }}",
                "slice bounds out of range [:-184]");
    }

    private static void assertKeyRefused(String pem, String message) {
        assertFails("{{ genCAWithKey \"x\" 1 \"" + pem + "\" }}", message);
    }

    private static void assertFails(String template, String message) {
        assertThatThrownBy(() -> render(template))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesAndDatesThatACertificateCannotHoldAreRefused() {
        assertFails("{{ genSelfSignedCert \"x\" (list \"1.2.3\") nil 1 }}", "error parsing ip: 1.2.3");
        assertFails("{{ genSelfSignedCert \"x\" nil (list \"\u00e9\") 1 }}", "cannot be encoded as an IA5String");
    }

    @Test
    void commonNamesMayBeAnyText() throws Exception {
        assertThat(certificate(render("{{ (genCA \"M\u00fcller & S\u00f6hne\" 1).Cert }}"))
                        .getSubject())
                .hasToString("CN=M\u00fcller & S\u00f6hne");
    }
}
