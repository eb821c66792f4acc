package dev.sealedsecrets.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.NotOpened;
import dev.sealedsecrets.crypto.Opened;
import dev.sealedsecrets.crypto.RsaEngine;
import dev.sealedsecrets.crypto.SealedPayload;
import dev.sealedsecrets.crypto.Sealer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FastestRsaTest {

    private final SecureRandom random = new SecureRandom();
    private final RsaEngine engine = FastestRsa.engine(random);
    private final GeneratedSealingKey key =
            GeneratedSealingKey.generate(new KeySpec(2048, Duration.ofDays(1), ""), Clock.systemUTC(), random);

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theNativeLibraryRunsOnTheUsualMachine() {
        assertThat(engine.name()).isEqualTo("AmazonCorrettoCryptoProvider");
    }

    @Test
    void itOpensWhatWasSealedFromSeveralThreadsAndNothingElse() {
        KeyRing ring = KeyRing.of(List.of(key.key()), engine);

        boolean all = IntStream.range(0, 200).parallel().allMatch(number -> {
            SealedPayload item = new Sealer(random)
                    .seal(
                            ("value " + number).getBytes(StandardCharsets.UTF_8),
                            Label.of("ns/" + number),
                            key.key().publicKey());
            return ring.unseal(item, Label.of("ns/" + number)) instanceof Opened opened
                    && new String(opened.plaintext(), StandardCharsets.UTF_8).equals("value " + number)
                    && ring.unseal(item, Label.of("ns/other")) instanceof NotOpened;
        });

        assertThat(all).isTrue();
    }
}
