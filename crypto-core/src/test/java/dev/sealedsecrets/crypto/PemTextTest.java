package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemTextTest {
    private static final String BLOCK = "-----BEGIN A-----\nAQID\n-----END A-----\n";

    @Test
    void writesLinesOf64Characters() {
        assertThat(PemText.write("X Y", new byte[49]))
                .isEqualTo("-----BEGIN X Y-----\n" + "A".repeat(64) + "\nAA==\n-----END X Y-----\n");
        assertThat(PemText.write("X", new byte[48]))
                .isEqualTo("-----BEGIN X-----\n" + "A".repeat(64) + "\n-----END X-----\n");
        assertThat(PemText.write("X", new byte[0])).isEqualTo("-----BEGIN X-----\n-----END X-----\n");
    }

    @Test
    void readsOneBlockAfterTheOther() {
        PemText text = new PemText("before\n" + BLOCK + "between\n" + PemText.write("B", new byte[] {9}) + "after");

        assertThat(text.next().orElseThrow().contents()).containsExactly(1, 2, 3);
        PemBlock second = text.next().orElseThrow();
        assertThat(second.type()).isEqualTo("B");
        assertThat(second.contents()).containsExactly(9);
        assertThat(text.next()).isEmpty();
    }

    @Test
    void headersAreNoticed() {
        Optional<PemBlock> block = next("-----BEGIN A-----\nK: v\nL:\n\nAQID\n-----END A-----\n");

        assertThat(block.orElseThrow().hasHeaders()).isTrue();
        assertThat(block.orElseThrow().contents()).containsExactly(1, 2, 3);
        assertThat(next(BLOCK).orElseThrow().hasHeaders()).isFalse();
    }

    @Test
    void emptyBlockIsABlock() {
        assertThat(next("-----BEGIN A-----\n-----END A-----").orElseThrow().contents())
                .isEmpty();
    }

    @Test
    void lastBeginBeforeAnEndCounts() {
        PemBlock block = next("-----BEGIN A-----\nAQID\n-----BEGIN B-----\nCQ==\n-----END B-----\n")
                .orElseThrow();

        assertThat(block.type()).isEqualTo("B");
        assertThat(block.contents()).containsExactly(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN A-----\nAQ*D\n-----END A-----\n",
                "-----BEGIN A-----\nAQID\n-----END B-----\n",
                "-----BEGIN A-----\nAQID\n-----END A----\n",
                "-----BEGIN A-----\nAQID\n-----END A-----x\n",
                "-----BEGIN A\nAQID\n-----END A-----\n",
                "x-----BEGIN A-----\nAQID\n-----END A-----\n",
                "-----BEGIN A-----\nK: v\n-----END A: -----\n",
                "-----BEGIN A-----\nK: v\n-----END A:",
                "\n-----END A-----\n"
            })
    void unreadableBlockIsPassedOver(String text) {
        assertThat(next(text)).isEmpty();
        assertThat(next(text + "\n" + BLOCK).orElseThrow().contents()).containsExactly(1, 2, 3);
    }

    private static Optional<PemBlock> next(String text) {
        return new PemText(text).next();
    }
}
