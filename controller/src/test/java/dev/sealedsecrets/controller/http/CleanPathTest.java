package dev.sealedsecrets.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanPathTest {
    @ParameterizedTest
    @CsvSource({
        "'', /",
        "/, /",
        "//, /",
        "/a/b, /a/b",
        "/a/b/, /a/b/",
        "//a//b//, /a/b/",
        "/./a/., /a",
        "/a/../b, /b",
        "/../../a, /a",
        "/a/.., /",
        "/a/../, /",
        "a, /a",
        "/a/..b/.c, /a/..b/.c",
        "//evil.example/x, /evil.example/x"
    })
    void isThePathWithoutDetours(String path, String clean) {
        assertThat(CleanPath.of(path)).isEqualTo(clean);
    }
}
