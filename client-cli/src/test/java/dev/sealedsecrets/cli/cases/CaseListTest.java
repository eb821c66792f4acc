package dev.sealedsecrets.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CaseListTest {

    @Test
    void aLineNamesACaseAndTheReason() {
        assertThat(CaseList.of(List.of("# comment", "a: why: this"), Set.of("a"))
                        .reasons())
                .containsEntry("a", "why: this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:", "unknown: reason", "a: reason\na: reason"})
    void anythingElseIsAnError(String lines) {
        assertThatExceptionOfType(CaseException.class)
                .isThrownBy(() -> CaseList.of(lines.lines().toList(), Set.of("a")));
    }
}
