package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final SealingKey A = Vectors.key("keys/rsa2048a.pem");
    private static final SealingKey B = Vectors.key("keys/rsa2048b.pem");
    private static final SealingKey C = Vectors.key("keys/rsa2048c.pem");
    private static final Label LABEL = Label.of("ns/name");
    private static final byte[] PLAINTEXT = "s3cret".getBytes(StandardCharsets.UTF_8);

    private final SealedPayload item = new Sealer(new SecureRandom()).seal(PLAINTEXT, LABEL, B.publicKey());

    @Test
    void emptyRingOpensNothing() {
        KeyRing ring = KeyRing.of(List.of());

        assertThat(ring.isEmpty()).isTrue();
        assertThat(ring.unseal(item, LABEL)).isEqualTo(new NotOpened(UnsealFailure.NO_KEY_MATCHES));
    }

    @Test
    void saysWhichKeyOpened() {
        Opened opened = (Opened) KeyRing.of(List.of(A, B, C)).unseal(item, LABEL);

        assertThat(opened.openedBy()).isEqualTo(B.fingerprint());
        assertThat(opened.plaintext()).isEqualTo(PLAINTEXT);
    }

    @Test
    void twoCopiesOfAKeyAreOneEntry() {
        KeyRing ring = KeyRing.of(List.of(B, A, Vectors.key("keyforms/pkcs8.pem"), B));

        assertThat(ring.fingerprints()).containsExactly(B.fingerprint(), A.fingerprint());
        assertThat(ring.isEmpty()).isFalse();
    }

    @Test
    void fingerprintsCannotBeChanged() {
        KeyRing ring = KeyRing.of(List.of(A));

        assertThatThrownBy(() -> ring.fingerprints().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void shortKeyIsListedButNeverAsked() {
        SealingKey small = Vectors.key("keyforms/size-rsa512.pem");
        KeyRing ring = KeyRing.of(List.of(small), key -> {
            throw new AssertionError("a short key was bound");
        });

        assertThat(ring.fingerprints()).containsExactly(small.fingerprint());
        assertThat(ring.unseal(item, LABEL)).isEqualTo(new NotOpened(UnsealFailure.NO_KEY_MATCHES));
    }

    @Test
    void theLikelyKeyIsAskedFirstAndOnce() {
        List<BigInteger> asked = new ArrayList<>();
        KeyRing ring = KeyRing.of(List.of(A, B, C), key -> (block, label) -> {
            asked.add(key.getModulus());
            return Optional.empty();
        });

        assertThat(ring.unseal(item, LABEL, C.fingerprint())).isEqualTo(new NotOpened(UnsealFailure.NO_KEY_MATCHES));

        assertThat(asked)
                .containsExactly(
                        C.publicKey().getModulus(),
                        A.publicKey().getModulus(),
                        B.publicKey().getModulus());
    }

    @Test
    void aLikelyKeyThatIsWrongOrUnknownChangesNothing() {
        for (SealingKey likely : List.of(A, C)) {
            Opened opened = (Opened) KeyRing.of(List.of(A, B)).unseal(item, LABEL, likely.fingerprint());

            assertThat(opened.openedBy()).isEqualTo(B.fingerprint());
            assertThat(opened.plaintext()).isEqualTo(PLAINTEXT);
        }
    }

    @Test
    void everyKeyIsAskedBeforeTheRingGivesUp() {
        List<BlockOpener> asked = new ArrayList<>();
        KeyRing ring = KeyRing.of(List.of(A, B, C), key -> new BlockOpener() {
            @Override
            public Optional<SessionKey> open(byte[] block, Label label) {
                asked.add(this);
                return Optional.empty();
            }
        });

        UnsealResult result = ring.unseal(item, LABEL);

        assertThat(result).isEqualTo(new NotOpened(UnsealFailure.NO_KEY_MATCHES));
        assertThat(asked).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void sessionKeyThatDoesNotFitThePayloadDoesNotStopTheSearch() {
        KeyRing ring = KeyRing.of(
                List.of(A, B),
                key -> key.getModulus().equals(A.publicKey().getModulus())
                        ? (block, label) -> Optional.of(SessionKey.unwrapped(new byte[32]))
                        : RsaOaep.opener(key));

        assertThat(((Opened) ring.unseal(item, LABEL)).openedBy()).isEqualTo(B.fingerprint());
    }

    @Test
    void sessionKeysAreOverwrittenWhetherTheyFitOrNot() {
        List<SessionKey> unwrapped = new ArrayList<>();
        KeyRing ring = KeyRing.of(List.of(A, B), key -> {
            BlockOpener opener = key.getModulus().equals(A.publicKey().getModulus())
                    ? (block, label) -> Optional.of(SessionKey.unwrapped(new byte[] {1, 2, 3}))
                    : RsaOaep.opener(key);
            return (block, label) -> {
                Optional<SessionKey> found = opener.open(block, label);
                found.ifPresent(unwrapped::add);
                return found;
            };
        });

        UnsealResult result = ring.unseal(item, LABEL);

        assertThat(result).isInstanceOf(Opened.class);
        assertThat(unwrapped)
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.exposeBytes()).containsOnly(0));
    }

    @Test
    void openingDoesNotChangeTheItem() {
        byte[] before = item.toBytes();

        KeyRing.of(List.of(A, B)).unseal(item, LABEL);

        assertThat(item.toBytes()).isEqualTo(before);
    }

    @Test
    void textsShowNeitherPlaintextNorKeys() {
        Opened opened = (Opened) KeyRing.of(List.of(B)).unseal(item, LABEL);

        assertThat(opened).hasToString("Opened[by " + B.fingerprint().text() + "]");
        assertThat(B).hasToString("SealingKey[" + B.fingerprint().text() + "]");
    }

    @Test
    void changingThePlaintextHandedOutDoesNotChangeTheResult() {
        Opened opened = (Opened) KeyRing.of(List.of(B)).unseal(item, LABEL);

        opened.plaintext()[0] = 0;

        assertThat(opened.plaintext()).isEqualTo(PLAINTEXT);
    }
}
