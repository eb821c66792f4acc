package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base64TextTest {
    @Test
    void encodesInOneLineWithPadding() {
        assertThat(Base64Text.encode(new byte[100]))
                .hasSize(136)
                .endsWith("A==")
                .doesNotContain("\n");
    }

    @Test
    void emptyTextIsNoBytes() throws Exception {
        assertThat(Base64Text.decode("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AQID*, 4", "A=, 1", "AQ=x, 2", "AQ==\\n\\nx, 6", "AQI=\\rx, 5", "AQ=\\n, 4", "\\nAQ, 1", "AQIé, 3"})
    void offsetIsThatOfTheFirstBadCharacter(String text, int offset) {
        String withLineEnds = text.replace("\\n", "\n").replace("\\r", "\r");

        IllegalBase64Exception refusal =
                catchThrowableOfType(IllegalBase64Exception.class, () -> Base64Text.decode(withLineEnds));

        assertThat(refusal.offset()).isEqualTo(offset);
    }
}
