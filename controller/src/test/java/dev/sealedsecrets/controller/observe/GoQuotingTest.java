package dev.sealedsecrets.controller.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoQuotingTest {
    @ParameterizedTest
    @ValueSource(strings = {"Updating", "ns/name", "a\\b", "{x}", "größe", "密封", "\ud83d\udd12", "\u007f", ":8080"})
    void whatPrintsStandsAsItIs(String text) {
        assertThat(GoQuoting.quoteWhereNeeded(text)).isEqualTo(text);
    }

    @Test
    void theRestIsQuotedAsGoDoes() {
        assertThat(GoQuoting.quoteWhereNeeded("")).isEqualTo("\"\"");
        assertThat(GoQuoting.quoteWhereNeeded("a b")).isEqualTo("\"a b\"");
        assertThat(GoQuoting.quoteWhereNeeded("a=b")).isEqualTo("\"a=b\"");
        assertThat(GoQuoting.quoteWhereNeeded("say \"hi\" \\o/")).isEqualTo("\"say \\\"hi\\\" \\\\o/\"");
        assertThat(GoQuoting.quoteWhereNeeded("a\nb\tc\rd")).isEqualTo("\"a\\nb\\tc\\rd\"");
        assertThat(GoQuoting.quoteWhereNeeded("\u0007\b\f\u000b")).isEqualTo("\"\\a\\b\\f\\v\"");
        assertThat(GoQuoting.quoteWhereNeeded("\0\u001b[31m")).isEqualTo("\"\\x00\\x1b[31m\"");
        assertThat(GoQuoting.quoteWhereNeeded("a\u00a0b\u2028c")).isEqualTo("\"a\\u00a0b\\u2028c\"");
        assertThat(GoQuoting.quoteWhereNeeded(" \u007f")).isEqualTo("\" \\x7f\"");
        assertThat(GoQuoting.quoteWhereNeeded("\ud83f\udfff")).isEqualTo("\"\\U0001ffff\"");
        assertThat(GoQuoting.quoteWhereNeeded("\ud800x")).isEqualTo("\"\ufffdx\"");
    }
}
