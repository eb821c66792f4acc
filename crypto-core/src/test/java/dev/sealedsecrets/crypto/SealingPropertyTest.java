package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SealingPropertyTest {
    private static final SealingKey KEY = Vectors.key("keys/rsa2048a.pem");
    private static final KeyRing RING = KeyRing.of(List.of(KEY));

    private final Sealer sealer = new Sealer(new SecureRandom());

    @Provide
    Arbitrary<JsonNode> itemsThatOpen() {
        return Arbitraries.of(Vectors.items().stream()
                .filter(item -> item.get("expect").get("outcome").textValue().equals("ok"))
                .filter(item -> item.has("ciphertext"))
                .toList());
    }

    @Provide
    Arbitrary<JsonNode> itemsWithSeveralKeys() {
        return Arbitraries.of(Vectors.items().stream()
                .filter(item -> item.get("keys").size() > 1)
                .toList());
    }

    @Property(tries = 100)
    void opensUnderTheSameLabelOnly(
            @ForAll @Size(max = 300) byte[] plaintext, @ForAll String label, @ForAll String otherLabel) {
        Assume.that(!Arrays.equals(Label.of(label).bytes(), Label.of(otherLabel).bytes()));

        SealedPayload item = sealer.seal(plaintext, Label.of(label), KEY.publicKey());

        assertThat(((Opened) RING.unseal(item, Label.of(label))).plaintext()).isEqualTo(plaintext);
        assertThat(RING.unseal(item, Label.of(otherLabel))).isEqualTo(new NotOpened(UnsealFailure.NO_KEY_MATCHES));
    }

    @Property(tries = 100)
    void noChangedBitGoesUnnoticed(@ForAll @Size(max = 100) byte[] plaintext, @ForAll Random random) {
        Label label = Label.of("ns/name");
        byte[] item = sealer.seal(plaintext, label, KEY.publicKey()).toBytes();
        int bit = random.nextInt(item.length * 8);

        item[bit / 8] ^= (byte) (1 << bit % 8);

        assertThat(opens(item, List.of(KEY), label)).isFalse();
    }

    @Property(tries = 200)
    void noProperPrefixOfAnItemOpens(@ForAll("itemsThatOpen") JsonNode item, @ForAll Random random) {
        byte[] whole = Vectors.base64(item.get("ciphertext"));
        List<SealingKey> keys = Vectors.keys(item);
        Label label = Label.of(item.get("label").textValue());
        assertThat(opens(whole, keys, label)).isTrue();

        byte[] prefix = Arrays.copyOf(whole, random.nextInt(whole.length));

        assertThat(opens(prefix, keys, label)).isFalse();
    }

    @Property(tries = 60)
    void orderOfKeysDoesNotMatter(@ForAll("itemsWithSeveralKeys") JsonNode item, @ForAll Random random)
            throws Exception {
        SealedPayload payload = SealedPayload.parse(Vectors.base64(item.get("ciphertext")));
        Label label = Label.of(item.get("label").textValue());
        List<SealingKey> keys = Vectors.keys(item);
        List<SealingKey> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, random);

        UnsealResult inOrder = KeyRing.of(keys).unseal(payload, label);
        UnsealResult inOtherOrder = KeyRing.of(shuffled).unseal(payload, label);

        if (inOrder instanceof Opened opened) {
            assertThat(((Opened) inOtherOrder).plaintext()).isEqualTo(opened.plaintext());
        } else {
            assertThat(inOtherOrder).isEqualTo(inOrder);
        }
    }

    private static boolean opens(byte[] item, List<SealingKey> keys, Label label) {
        try {
            return KeyRing.of(keys).unseal(SealedPayload.parse(item), label) instanceof Opened;
        } catch (MalformedItemException e) {
            return false;
        }
    }
}
