package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String tag(long exponent, String... fields) {
        return RecordKey.derivedFrom(BigInteger.valueOf(exponent))
                .tag(Arrays.stream(fields).map(RecordKeyTest::bytes).toList());
    }

    /** Computed with Python's hmac: extract with the salt, expand one block, tag of the fields with their lengths. */
    @Test
    void aTagIsHmacUnderHkdf() {
        assertThat(tag(65537, "a", "bc")).isEqualTo("SZMrVQnPqc66Lv7xCA1PtQ");
    }

    @Test
    void fieldsDoNotRunIntoEachOther() {
        assertThat(tag(7, "ab", "c")).isNotEqualTo(tag(7, "a", "bc")).isNotEqualTo(tag(7, "abc"));
    }

    @Test
    void anotherKeyGivesAnotherTag() {
        assertThat(tag(7, "a")).isNotEqualTo(tag(8, "a"));
    }

    @Test
    void nothingIsPrinted() {
        assertThat(RecordKey.derivedFrom(BigInteger.TEN)).hasToString("RecordKey");
        assertThat(RecordKey.derivedFrom(BigInteger.TEN).tag(List.of())).hasSize(22);
    }
}
