package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {
    @Test
    void charactersBeyondTheBasicPlaneComeLast() {
        List<String> sorted =
                Arrays.asList("", "A", "a", "aa", "é", "\uE000", "\uFFFD", "\uD83D\uDE00", "\uD83D\uDE01");
        List<String> shuffled =
                Arrays.asList("\uD83D\uDE01", "\uFFFD", "a", "é", "\uD83D\uDE00", "aa", "", "\uE000", "A");
        shuffled.sort(CodePointOrder.INSTANCE);

        assertThat(shuffled).isEqualTo(sorted);
        assertThat(CodePointOrder.INSTANCE.compare("a", "a")).isZero();
    }
}
