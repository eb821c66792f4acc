package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine over bare RSA, here over Bouncy Castle's, and the JDK's own: they have to agree on every block. */
class RsaEngineTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Label LABEL = Label.of("ns/name");

    private static SealingKey key;
    private static RsaEngine raw;

    @BeforeAll
    static void makeKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        key = new SealingKey((RSAPrivateKey) pair.getPrivate(), (RSAPublicKey) pair.getPublic());
        raw = RsaEngine.overRawRsa(new BouncyCastleProvider(), RANDOM).orElseThrow();
    }

    private static UnsealResult open(RsaEngine engine, SealedPayload item, Label label) {
        return KeyRing.of(List.of(key), engine).unseal(item, label);
    }

    private static SealedPayload sealed(String text) {
        return new Sealer(RANDOM).seal(text.getBytes(StandardCharsets.UTF_8), LABEL, key.publicKey());
    }

    @Test
    void aProviderThatCannotDoItGivesNoEngine() {
        assertThat(RsaEngine.overRawRsa(
                        new Provider("None", "1", "nothing") {
                            private static final long serialVersionUID = 1L;
                        },
                        RANDOM))
                .isEmpty();
    }

    @Test
    void bothEnginesOpenWhatWasSealed() {
        SealedPayload item = sealed("hunter2");

        for (RsaEngine engine : List.of(RsaEngine.JDK, raw)) {
            assertThat(open(engine, item, LABEL)).isInstanceOf(Opened.class);
            assertThat(open(engine, item, Label.of("ns/other"))).isInstanceOf(NotOpened.class);
        }
    }

    @Test
    void blocksOfOtherWidthsAndNumbersAboveTheModulusDoNotOpen() {
        SealedPayload item = sealed("hunter2");
        byte[] block = item.block();
        byte[] shorter = java.util.Arrays.copyOf(block, block.length - 1);
        byte[] longer = java.util.Arrays.copyOf(block, block.length + 1);
        byte[] above = new byte[block.length];
        java.util.Arrays.fill(above, (byte) 0xff);

        for (byte[] bad : List.of(shorter, longer, above, new byte[block.length], new byte[0])) {
            SealedPayload changed = new SealedPayload(bad, item.payload());
            assertThat(open(raw, changed, LABEL)).isInstanceOf(NotOpened.class);
            assertThat(open(RsaEngine.JDK, changed, LABEL)).isInstanceOf(NotOpened.class);
        }
    }

    @Test
    void everyOperationIsObserved() {
        List<String> seen = new ArrayList<>();
        RsaEngine engine = raw.observed(() -> seen.add("operation"));

        assertThat(open(engine, sealed("a"), LABEL)).isInstanceOf(Opened.class);
        assertThat(open(engine, sealed("a"), Label.of("other"))).isInstanceOf(NotOpened.class);

        assertThat(seen).hasSize(2);
    }

    @Test
    void theKeyToStartWithIsTriedOnceAndFirst() throws Exception {
        SealingKey other = GeneratedSealingKey.generate(
                        new KeySpec(2048, java.time.Duration.ofDays(1), ""), java.time.Clock.systemUTC(), RANDOM)
                .key();
        List<String> seen = new ArrayList<>();
        KeyRing ring = KeyRing.of(List.of(other, key), RsaEngine.JDK.observed(() -> seen.add("operation")));

        assertThat(ring.startingWith(key.fingerprint()).unseal(sealed("a"), LABEL))
                .isInstanceOf(Opened.class);
        assertThat(seen).hasSize(1);
        assertThat(ring.startingWith(key.fingerprint()).fingerprints())
                .containsExactly(key.fingerprint(), other.fingerprint());
        assertThat(KeyRing.of(List.of(other)).startingWith(key.fingerprint()).fingerprints())
                .containsExactly(other.fingerprint());
    }
}
