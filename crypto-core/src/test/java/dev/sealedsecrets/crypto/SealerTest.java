package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealerTest {
    private static final Label LABEL = Scope.STRICT.label("team-a", "db");

    private final Sealer sealer = new Sealer(new SecureRandom());

    @ParameterizedTest
    @CsvSource({"rsa1024, 128", "rsa2041, 256", "rsa2048a, 256", "rsa2048p3, 256", "rsa2050, 257", "rsa4096a, 512"})
    void opensAgainAndIsAsLongAsTheFormatSays(String name, int width) {
        SealingKey key = Vectors.key("keys/" + name + ".pem");
        byte[] plaintext = "correct horse".getBytes(StandardCharsets.UTF_8);

        SealedPayload item = sealer.seal(plaintext, LABEL, key.publicKey());

        assertThat(item.block()).hasSize(width);
        assertThat(item.toBytes()).hasSize(2 + width + plaintext.length + 16);
        UnsealResult result = KeyRing.of(List.of(key)).unseal(item, LABEL);
        assertThat(((Opened) result).plaintext()).isEqualTo(plaintext);
    }

    @Test
    void emptyPlaintextMakesTheShortestItem() {
        SealingKey key = Vectors.key("keys/rsa2048a.pem");

        SealedPayload item = sealer.seal(new byte[0], LABEL, key.publicKey());

        assertThat(item.toBytes()).hasSize(274);
        assertThat(((Opened) KeyRing.of(List.of(key)).unseal(item, LABEL)).plaintext())
                .isEmpty();
    }

    @Test
    void sealingTwiceGivesUnrelatedItems() {
        RSAPublicKey key = Vectors.certificate("keys/rsa2048a.crt.pem").publicKey();

        SealedPayload first = sealer.seal(new byte[64], LABEL, key);
        SealedPayload second = sealer.seal(new byte[64], LABEL, key);

        assertThat(first.block()).isNotEqualTo(second.block());
        assertThat(Arrays.copyOf(first.payload(), 64)).isNotEqualTo(Arrays.copyOf(second.payload(), 64));
    }

    @ParameterizedTest
    @CsvSource({
        "1023, 65537, crypto/rsa: 1023-bit keys are insecure (see https://go.dev/pkg/crypto/rsa#hdr-Minimum_key_size)",
        "1024, 65536, 'crypto/rsa: public exponent is even, too small or too large'",
        "1024, 2147483649, 'crypto/rsa: public exponent is even, too small or too large'"
    })
    void keysThatAreNotUsedAreRefused(int bits, long exponent, String message) throws Exception {
        RSAPublicKey key = key(BigInteger.ONE.shiftLeft(bits - 1).setBit(0), BigInteger.valueOf(exponent));

        assertThatThrownBy(() -> sealer.seal(new byte[1], LABEL, key))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessage(message);
    }

    @Test
    void evenModulusIsRefused() throws Exception {
        RSAPublicKey key = key(BigInteger.ONE.shiftLeft(2047), BigInteger.valueOf(3));

        assertThatThrownBy(() -> sealer.seal(new byte[1], LABEL, key))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessage("crypto/rsa: public modulus is even");
    }

    private static RSAPublicKey key(BigInteger modulus, BigInteger exponent) throws Exception {
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }
}
