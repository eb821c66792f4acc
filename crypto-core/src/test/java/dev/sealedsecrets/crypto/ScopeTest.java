package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    @Test
    void strictBindsToNamespaceAndName() {
        assertThat(Scope.STRICT.label("team-a", "db")).isEqualTo(Label.of("team-a/db"));
    }

    @Test
    void strictWithoutNamespaceStartsWithTheSlash() {
        assertThat(Scope.STRICT.label("", "db")).isEqualTo(Label.of("/db"));
    }

    @Test
    void namespaceWideOfTheEmptyNamespaceIsClusterWide() {
        assertThat(Scope.NAMESPACE_WIDE.label("", "db")).isEqualTo(Scope.CLUSTER_WIDE.label("team-a", "db"));
    }

    @ParameterizedTest
    @EnumSource
    void readsBackFromItsText(Scope scope) {
        assertThat(Scope.parse(scope.text())).contains(scope);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Strict", "strict ", "STRICT", "cluster", "namespacewide"})
    void otherTextsAreNoScope(String text) {
        assertThat(Scope.parse(text)).isEmpty();
    }
}
