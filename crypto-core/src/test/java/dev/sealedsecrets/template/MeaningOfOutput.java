package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/** What a random output must mean: the password a hash is of, the fields of a certificate. */
final class MeaningOfOutput {
    private MeaningOfOutput() {}

    static void check(JsonNode check, String output) {
        if (check.isMissingNode()) {
            return;
        }
        try {
            switch (check.get("kind").asText()) {
                case "bcrypt" -> bcrypt(output, check.get("password").asText());
                case "htpasswd" ->
                    bcrypt(
                            output.substring(check.get("user").asText().length() + 1),
                            check.get("password").asText());
                case "aes-cbc" ->
                    assertThat(decrypted(output, check.get("password").asText()))
                            .isEqualTo(check.get("plaintext").asText());
                case "certificate" -> certificate(check, output);
                case "key" -> key(check.get("type").asText(), output);
                default -> throw new IllegalArgumentException(check.toString());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void bcrypt(String hash, String password) {
        assertThat(OpenBSDBCrypt.checkPassword(hash, password.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    private static String decrypted(String output, String password) throws Exception {
        byte[] all = Base64.getDecoder().decode(output);
        byte[] key = Arrays.copyOf(password.getBytes(StandardCharsets.UTF_8), 32);
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(all, 16)));
        return new String(cipher.doFinal(Arrays.copyOfRange(all, 16, all.length)), StandardCharsets.UTF_8);
    }

    private static void certificate(JsonNode check, String output) throws Exception {
        X509CertificateHolder certificate =
                (X509CertificateHolder) new PEMParser(new StringReader(output)).readObject();
        assertThat(certificate.getSubject()).hasToString(check.get("subject").asText());
        Duration validity = Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
        assertThat(validity.toDays()).isEqualTo(check.get("days").asLong());
        RSAKeyParameters key = (RSAKeyParameters) PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
        assertThat(key.getModulus().bitLength()).isEqualTo(check.get("bits").asInt());
        assertThat(BasicConstraints.fromExtensions(certificate.getExtensions()).isCA())
                .isEqualTo(check.get("ca").asBoolean());
        KeyUsage usage = KeyUsage.fromExtensions(certificate.getExtensions());
        assertThat(usage.hasUsages(KeyUsage.keyCertSign))
                .isEqualTo(check.get("keyUsage").asText().contains("keyCertSign"));
        assertThat(usage.hasUsages(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                .isTrue();
        ExtendedKeyUsage extended = ExtendedKeyUsage.fromExtensions(certificate.getExtensions());
        assertThat(extended.getUsages()).containsExactly(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
    }

    private static void key(String type, String output) throws Exception {
        Object parsed = new PEMParser(new StringReader(output)).readObject();
        switch (type) {
            case "ecdsa-p256" ->
                assertThat(((PEMKeyPair) parsed)
                                .getPrivateKeyInfo()
                                .getPrivateKeyAlgorithm()
                                .getParameters())
                        .isEqualTo(SECObjectIdentifiers.secp256r1);
            case "ed25519" ->
                assertThat(((PrivateKeyInfo) parsed).parsePrivateKey().toASN1Primitive())
                        .isNotNull();
            case "rsa-4096" -> assertThat(parsed).isInstanceOf(PEMKeyPair.class);
            default -> throw new IllegalArgumentException(type);
        }
    }
}
