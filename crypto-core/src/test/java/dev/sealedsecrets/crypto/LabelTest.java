package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void bytesAreUtf8() {
        assertThat(Label.of("ü/𐀀").bytes()).isEqualTo("ü/𐀀".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void equalTextsAreEqualLabels() {
        assertThat(Label.of("a/b")).isEqualTo(Label.of("a/b")).hasSameHashCodeAs(Label.of("a/b"));
        assertThat(Label.of("a/b")).isNotEqualTo(Label.of("a")).isNotEqualTo("a/b");
        assertThat(Label.of("a/b")).hasToString("Label[a/b]");
    }

    @Test
    void changingTheBytesDoesNotChangeTheLabel() {
        Label label = Label.of("abc");

        label.bytes()[0] = 'x';

        assertThat(label.bytes()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
    }
}
