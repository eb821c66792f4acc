package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void escapesWhatWouldEndTheQuoteOrTheLine() {
        assertThat(Quoted.of("a\"b\\c\n\r\t\u0001\u007fé")).isEqualTo("\"a\\\"b\\\\c\\n\\r\\t\\x01\\x7fé\"");
    }
}
