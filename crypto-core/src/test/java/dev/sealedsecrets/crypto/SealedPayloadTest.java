package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedPayloadTest {
    @Test
    void cutsAtTheAnnouncedLength() throws Exception {
        SealedPayload item = SealedPayload.parse(new byte[] {0, 2, 10, 11, 12});

        assertThat(item.block()).containsExactly(10, 11);
        assertThat(item.payload()).containsExactly(12);
    }

    @Test
    void lengthIsUnsigned() throws Exception {
        byte[] bytes = new byte[2 + 0xff80];
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0x80;

        SealedPayload item = SealedPayload.parse(bytes);

        assertThat(item.block()).hasSize(0xff80);
        assertThat(item.toBytes()).isEqualTo(bytes);
    }

    @Test
    void emptyBlockAndEmptyPayloadAreWellCut() throws Exception {
        assertThat(SealedPayload.parse(new byte[2]).toBase64()).isEqualTo("AAA=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "AAE=", "AAIA"})
    void tooShortIsMalformed(String text) {
        assertThatThrownBy(() -> SealedPayload.parseBase64(text))
                .isInstanceOf(MalformedItemException.class)
                .hasMessage("no key could decrypt secret");
    }

    @Test
    void doesNotFollowLaterChangesOfTheArray() throws Exception {
        byte[] bytes = {0, 1, 7, 8};
        SealedPayload item = SealedPayload.parse(bytes);

        bytes[2] = 9;

        assertThat(item.toBytes()).containsExactly(0, 1, 7, 8);
    }
}
