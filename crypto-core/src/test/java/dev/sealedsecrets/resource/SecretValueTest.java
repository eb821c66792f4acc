package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretValueTest {
    @Test
    void bytesAreCopiedInAndOut() {
        byte[] bytes = {1, 2};
        SecretValue value = SecretValue.of(bytes);
        bytes[0] = 9;
        value.bytes()[1] = 9;

        assertThat(value.bytes()).containsExactly(1, 2);
        assertThat(value.length()).isEqualTo(2);
    }

    @Test
    void equalBytesAreEqualValues() {
        assertThat(SecretValue.ofText("a"))
                .isEqualTo(SecretValue.of(new byte[] {'a'}))
                .hasSameHashCodeAs(SecretValue.ofText("a"));
        assertThat(SecretValue.ofText("a"))
                .isNotEqualTo(SecretValue.ofText("b"))
                .isNotEqualTo("a");
        assertThat(SecretValue.ofText("")).isEqualTo(SecretValue.empty());
    }
}
