package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.PrivateKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealingKeyTest {
    private static final String PEM = Vectors.text("keys/rsa2048a.pem");

    @Test
    void textOfTheLongestLengthIsReadAndALongerOneIsNot() throws Exception {
        String longest = " ".repeat((1 << 20) - PEM.length() - 1) + "\n" + PEM;

        assertThat(SealingKey.parsePem(longest).fingerprint())
                .isEqualTo(SealingKey.parsePem(PEM).fingerprint());
        assertThatThrownBy(() -> SealingKey.parsePem(" " + longest))
                .isInstanceOf(KeyFormatException.class)
                .hasMessage("data does not contain a valid RSA or ECDSA private key");
    }

    @Test
    void foreignKeyInFrontHidesTheRsaKeyBehind() {
        String both = Vectors.text("keyforms/ec.pem") + PEM;

        assertThatThrownBy(() -> SealingKey.parsePem(both)).hasMessage("private key is not an RSA key");
    }

    @Test
    void unreadableKeyInFrontIsPassedOver() throws Exception {
        String both = Vectors.text("keyforms/crt-zero.pem") + PEM;

        assertThat(SealingKey.parsePem(both).fingerprint())
                .isEqualTo(SealingKey.parsePem(PEM).fingerprint());
    }

    @Test
    void nothingPublicGivesOutThePrivateKey() {
        assertThat(Arrays.stream(SealingKey.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getReturnType))
                .noneMatch(type -> PrivateKey.class.isAssignableFrom(type) || type.isArray());
    }
}
