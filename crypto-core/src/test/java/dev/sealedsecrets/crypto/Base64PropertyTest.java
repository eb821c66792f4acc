package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class Base64PropertyTest {
    @Property
    void lineEndsAnywhereChangeNothing(@ForAll @Size(max = 200) byte[] bytes, @ForAll Random random) throws Exception {
        StringBuilder text = new StringBuilder(Base64Text.encode(bytes));
        for (int i = random.nextInt(20); i > 0; i--) {
            text.insert(random.nextInt(text.length() + 1), random.nextBoolean() ? "\n" : "\r\n");
        }

        assertThat(Base64Text.decode(text.toString())).isEqualTo(bytes);
    }

    @Property
    void cuttingTheTextInsideAGroupIsRefused(
            @ForAll @Size(min = 1, max = 200) byte[] bytes, @ForAll @IntRange(min = 1, max = 3) int missing) {
        String text = Base64Text.encode(bytes);

        assertThatThrownBy(() -> Base64Text.decode(text.substring(0, text.length() - missing)))
                .isInstanceOf(IllegalBase64Exception.class);
    }

    @Property(tries = 5000)
    void whatReadsIsWhatTheJdkReadsInTheSameText(
            @ForAll @Chars({'=', '\n'}) @CharRange(from = 'A', to = 'D') @Size(max = 12) String text) {
        String joined = text.replace("\n", "");
        byte[] bytes;
        try {
            bytes = Base64Text.decode(text);
        } catch (IllegalBase64Exception e) {
            assertThat(e.offset()).isBetween(0, text.length());
            return;
        }
        assertThat(joined.length() % 4).isZero();
        assertThat(bytes).isEqualTo(Base64.getDecoder().decode(joined));
    }
}
