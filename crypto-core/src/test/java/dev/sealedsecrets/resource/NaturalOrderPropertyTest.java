package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NaturalOrderPropertyTest {
    @Property(tries = 300)
    void anySetOfKeysHasOneOrder(@ForAll("keys") Set<String> keys, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, random);
        List<String> sorted = NaturalOrder.sorted(shuffled);

        assertThat(sorted).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(NaturalOrder.sorted(keys)).isEqualTo(sorted);
    }

    /** Short keys of few characters: the rule is full of circles there. */
    @Provide
    Arbitrary<Set<String>> keys() {
        return Arbitraries.strings()
                .withChars("019av-٣")
                .ofMaxLength(5)
                .set()
                .ofMinSize(40)
                .ofMaxSize(400);
    }
}
