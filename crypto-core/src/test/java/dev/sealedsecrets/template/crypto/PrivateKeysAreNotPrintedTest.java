package dev.sealedsecrets.template.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.limit.TemplateLimits;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrivateKeysAreNotPrintedTest {
    private static SigningKey key() throws GeneralSecurityException {
        byte[] der = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String pem = "-----BEGIN PRIVATE KEY----- \n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PRIVATE KEY-----\n";
        return PrivateKeyPem.parse(Budget.of(TemplateLimits.defaults()), pem);
    }

    @Test
    void aKeySaysWhichKindItIs() throws GeneralSecurityException {
        assertThat(key()).hasToString("ED25519 key");
    }

    @Test
    void aCertificateWithItsKeyShowsNeither() throws GeneralSecurityException {
        assertThat(new CertificateValue("certificate text", key().exposePem())).hasToString("certificate with key");
    }

    @Test
    void aGivenSourceOfRandomBitsIsNeverSeeded() {
        SecureRandom bits = RandomBits.of(new Random(1));
        bits.setSeed(2);
        bits.setSeed(new byte[] {3});
        assertThat(new BigInteger(64, bits)).isEqualTo(new BigInteger(64, RandomBits.of(new Random(1))));
        assertThat(bits.getAlgorithm()).isEqualTo("rendering");
    }
}
