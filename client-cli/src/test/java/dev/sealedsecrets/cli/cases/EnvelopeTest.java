package dev.sealedsecrets.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {

    private static final byte[] PLAINTEXT = "hunter2".getBytes(StandardCharsets.UTF_8);

    private final Envelope envelope = new Envelope(List.of(TestKey.of("rsa2048"), TestKey.of("third")));

    @Test
    void anItemOpensWithItsKeyAndLabel() {
        String item = envelope.seal("third", 256, "ns/s", PLAINTEXT);

        assertThat(envelope.open(item, List.of("", "ns", "ns/s"))).hasValueSatisfying(opened -> {
            assertThat(opened.key()).isEqualTo("third");
            assertThat(opened.label()).isEqualTo("ns/s");
            assertThat(opened.plaintextBase64()).isEqualTo(Base64.getEncoder().encodeToString(PLAINTEXT));
        });
    }

    @Test
    void anItemOfAnotherLabelStaysClosed() {
        assertThat(envelope.open(envelope.seal("third", 256, "ns/s", PLAINTEXT), List.of("", "ns")))
                .isEmpty();
    }

    @Test
    void anItemWithAShortSessionKeyCountsAsClosed() {
        assertThat(envelope.open(envelope.seal("third", 128, "", PLAINTEXT), List.of("")))
                .isEmpty();
    }

    @Test
    void aChangedItemStaysClosedAndStillHasItsForm() {
        byte[] item = Base64.getDecoder().decode(envelope.seal("third", 256, "", PLAINTEXT));
        item[item.length - 1] ^= 1;
        String changed = Base64.getEncoder().encodeToString(item);

        assertThat(envelope.open(changed, List.of(""))).isEmpty();
        assertThat(Envelope.hasItsForm(changed)).isTrue();
    }

    @Test
    void longBase64OfSomethingElseHasNotTheFormOfAnItem() {
        assertThat(Envelope.hasItsForm(Base64.getEncoder().encodeToString(new byte[600])))
                .isFalse();
    }

    @Test
    void anUnknownKeyIsAnErrorOfTheCase() {
        assertThatThrownBy(() -> envelope.seal("fourth", 256, "", PLAINTEXT)).isInstanceOf(CaseException.class);
    }
}
