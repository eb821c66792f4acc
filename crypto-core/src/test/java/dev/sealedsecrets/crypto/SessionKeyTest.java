package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionKeyTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void freshKeySealsOnceOnly() {
        try (SessionKey key = SessionKey.fresh(random)) {
            SingleUseAesGcm.seal(key, new byte[3]);

            assertThatThrownBy(() -> SingleUseAesGcm.seal(key, new byte[3])).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void keyOutOfAnItemNeverSeals() {
        try (SessionKey key = SessionKey.unwrapped(new byte[32])) {
            assertThatThrownBy(() -> SingleUseAesGcm.seal(key, new byte[3])).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void closingOverwritesTheBytes() {
        SessionKey key = SessionKey.fresh(random);
        byte[] bytes = key.exposeBytes();
        assertThat(bytes).hasSize(32).isNotEqualTo(new byte[32]);

        key.close();

        assertThat(bytes).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "15, false", "16, true", "17, false", "24, true", "32, true", "33, false"})
    void knowsTheLengthsOfAes(int length, boolean fits) {
        try (SessionKey key = SessionKey.unwrapped(new byte[length])) {
            assertThat(key.fitsAes()).isEqualTo(fits);
        }
    }
}
