package dev.sealedsecrets.controller.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a value holds, it cannot forge a line, a key or another value. */
class QuotingPropertyTest {
    @Property
    void aTextValueIsOneWordOrOneQuotedText(@ForAll String text) {
        String written = GoQuoting.quoteWhereNeeded(text);
        assertThat(written).matches("(?s)[^\\s=\"]+|\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.)*\"");
    }

    @Property
    void aJsonValueReadsAsTheText(@ForAll String text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(JsonQuoting.quote(text))) {
            parser.nextToken();
            assertThat(parser.getText()).isEqualTo(withoutLoneSurrogates(text));
        }
    }

    private static String withoutLoneSurrogates(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
