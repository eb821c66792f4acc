package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaturalOrderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-1 a.1 a_1 a1 a2 a10 aB ab",
                ".x _x 1 1.0 9 10 A Z a",
                "foo-bar foo.bar foo_bar foo1 foo02 foobar",
                "x9y x10y",
                "a a1 ab",
                "1 01 001 2",
                "a1 a01 a001",
                "x10 x11 x100",
                "x1-0 x1-9 x10",
                "é 日",
                "a4 a٣",
                "\uFFFD \uD83D\uDE00"
            })
    void keysInOrder(String keys) {
        List<String> expected = Arrays.asList(keys.split(" "));
        List<String> reversed = new ArrayList<>(expected);
        Collections.reverse(reversed);

        assertThat(NaturalOrder.sorted(reversed)).isEqualTo(expected);
    }

    @Test
    void shorterKeyComesFirst() {
        assertThat(NaturalOrder.sorted(List.of("ab", "", "a"))).containsExactly("", "a", "ab");
    }

    @Test
    void quirkRuleIsNotTransitiveAndTheOrderIsFixedAllTheSame() {
        List<String> keys = List.of("v2", "v11", "v1alpha1", "v1", "v10beta3", "v3alpha1");
        List<String> sorted = NaturalOrder.sorted(keys);

        for (int rotation = 0; rotation < keys.size(); rotation++) {
            List<String> rotated = new ArrayList<>(keys);
            Collections.rotate(rotated, rotation);
            assertThat(NaturalOrder.sorted(rotated)).isEqualTo(sorted);
        }
    }
}
