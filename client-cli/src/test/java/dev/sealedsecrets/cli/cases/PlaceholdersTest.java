package dev.sealedsecrets.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceholdersTest {

    private final Envelope envelope = new Envelope(List.of(TestKey.of("third")));

    @TempDir
    Path folder = Path.of("");

    private Placeholders placeholders = placeholders();

    @BeforeEach
    void inAFreshFolder() {
        placeholders = placeholders();
    }

    private Placeholders placeholders() {
        try {
            return new Placeholders(
                    envelope, Workplace.in(folder), Optional.of("http://127.0.0.1:80"), List.of("", "ns"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void textsAreRepeated() {
        assertThat(placeholders.expand("<${repeat:3:ab:}>")).isEqualTo("<ab:ab:ab:>");
        assertThat(placeholders.expand("${b64repeat:3:a}")).isEqualTo("YWFh");
    }

    @Test
    void addressesAndFoldersComeBackAsPlaceholders() {
        String text = "${server}/x in ${dir}/f";

        assertThat(placeholders.collapse(placeholders.expand(text))).isEqualTo(text);
        assertThat(placeholders.collapse("dial 127.0.0.1:80")).isEqualTo("dial ${serverAddress}");
    }

    @Test
    void anItemOfTheInputIsTheSameEachTime() {
        String item = placeholders.expand("${seal@third:ns:dg==}");

        assertThat(placeholders.expand("${seal@third:ns:dg==}")).isEqualTo(item);
        assertThat(placeholders.collapse("[" + item + "]")).isEqualTo("[${kept@third:ns:dg==}]");
    }

    @Test
    void aFreshItemIsOpened() {
        String item = envelope.seal("third", 256, "ns", new byte[] {'v'});

        assertThat(placeholders.collapse(item)).isEqualTo("${sealed@third:ns:dg==}");
    }

    @Test
    void twoItemsMustNotHaveOneSessionKey() {
        String item = envelope.seal("third", 256, "ns", new byte[] {'v'});

        assertThat(placeholders.collapse(item + " " + item))
                .isEqualTo("${sealed@third:ns:dg==} ${session key of another item}");
    }

    @Test
    void anItemThatNothingOpensIsTold() {
        String item = envelope.seal("third", 256, "elsewhere", new byte[] {'v'});

        assertThat(placeholders.collapse(item)).isEqualTo("${unreadable item of " + item.length() + " characters}");
    }

    @Test
    void longPlaintextsAreDigests() {
        String item = envelope.seal("third", 256, "", new byte[121]);

        assertThat(placeholders.collapse(item)).matches("\\$\\{sealed@third::sha256=[0-9a-f]{64},len=121}");
    }
}
