package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final Limits SMALL = new Limits(100_000, 10, 50, 1_000);

    @Test
    void longInputIsRefusedBeforeItIsRead() {
        assertThatThrownBy(reading("a: b", SMALL.withInputBytes(3)))
                .hasMessage("x: document 1, line 1: longer than 3 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[[[[[[[[1]]]]]]]]]]", "{\"a\":[[[[[[[[[1]]]]]]]]]}", "- - - - - - - - - - 1"})
    void deepInputIsRefused(String text) {
        assertThatThrownBy(reading(text, SMALL)).hasMessageEndingWith("nested deeper than 10 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[[[[[[[[1]]]]]]]]]", "{\"a\":[[[[[[[[1]]]]]]]]}", "- - - - - - - - - 1"})
    void allowedDepthIsRead(String text) throws DocumentException {
        assertThat(read(text, SMALL)).isNotNull();
    }

    @Test
    void endlessNestingDoesNotOverflowTheStack() {
        assertThatThrownBy(reading("[".repeat(90_000), SMALL)).isInstanceOf(DocumentException.class);
        assertThatThrownBy(reading("{\"a\":".repeat(15_000), SMALL)).isInstanceOf(DocumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s]", "{\"a\":[%s]}", "a: [%s]"})
    void manyValuesAreRefused(String form) {
        String text = form.formatted("1,".repeat(60) + "1");

        assertThatThrownBy(reading(text, SMALL)).hasMessageEndingWith("more than 50 values");
    }

    @Test
    void valuesOfAllDocumentsCountTogether() {
        assertThatThrownBy(reading("---\na: 1\n".repeat(20), SMALL)).hasMessageContaining("document 17");
    }

    @Test
    void aliasesThatMultiplyAreRefused() {
        String laughs = """
                a: &a [x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c]
                """;

        assertThatThrownBy(reading(laughs, SMALL)).hasMessage("x: document 1, line 3: more than 50 values");
    }

    @Test
    void aliasesThatRepeatLongTextAreRefused() {
        String text = "a: &a " + "x".repeat(400) + "\nb: [*a, *a, *a]\n";

        assertThatThrownBy(reading(text, SMALL)).hasMessageEndingWith("aliases repeat more than 1000 characters");
    }

    @Test
    void limitIsNotTakenForMalformedText() {
        assertThatThrownBy(reading("[[[[[[[[[[[1", SMALL))
                .isInstanceOfSatisfying(
                        DocumentException.class,
                        e -> assertThat(e.isMalformedAlone()).isFalse());
    }

    @Test
    void limitsThatLetNothingPassAreRefused() {
        assertThatThrownBy(() -> new Limits(0, 1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 0, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ThrowingCallable reading(String text, Limits limits) {
        return () -> read(text, limits);
    }

    private static Object read(String text, Limits limits) throws DocumentException {
        return Documents.read(text.getBytes(StandardCharsets.UTF_8), "x", limits);
    }
}
