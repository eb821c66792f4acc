package dev.sealedsecrets.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Opened;
import dev.sealedsecrets.crypto.RsaEngine;
import dev.sealedsecrets.crypto.SealedPayload;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.SealingKey;
import dev.sealedsecrets.crypto.UnsealResult;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One sealed item (docs/format.md): sealed, opened by the first key, and opened by the last of several keys. RSA-4096, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets parameters and runs setUp first
public class EnvelopeBenchmark {
    private static final int KEYS = 12;
    private static final int BITS = 4096;

    /** What does the private key operations: the JDK, or the native library that the controller uses where it runs. */
    @Param({"JDK", "AmazonCorrettoCryptoProvider"})
    private String engine;

    private final Sealer sealer = new Sealer(new SecureRandom());
    private final Label label = Label.of("default/database");
    private final byte[] plaintext = "t0p-Secret of twenty-seven".getBytes(StandardCharsets.UTF_8);
    private SealingKey key;
    private SealedPayload item;
    private KeyRing oneKey;
    private KeyRing lastOfMany;

    /** Makes the keys, which takes seconds, and the item to open. */
    @Setup
    public void setUp() {
        SecureRandom random = new SecureRandom();
        List<SealingKey> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            keys.add(GeneratedSealingKey.generate(
                            new KeySpec(BITS, Duration.ofDays(1), ""), InstantSource.system(), random)
                    .key());
        }
        RsaEngine chosen = engine.equals("JDK")
                ? RsaEngine.JDK
                : RsaEngine.overRawRsa(AmazonCorrettoCryptoProvider.INSTANCE, random)
                        .orElseThrow(() -> new IllegalStateException("no native library for this machine"));
        key = keys.get(KEYS - 1);
        item = sealer.seal(plaintext, label, key.publicKey());
        oneKey = KeyRing.of(List.of(key), chosen);
        lastOfMany = KeyRing.of(keys, chosen);
    }

    /** A public key operation, the same with each engine. */
    @Benchmark
    public SealedPayload seal() {
        return sealer.seal(plaintext, label, key.publicKey());
    }

    /** One private key operation. */
    @Benchmark
    public UnsealResult unseal() {
        return opened(oneKey.unseal(item, label));
    }

    /** As many private key operations as there are keys. */
    @Benchmark
    public UnsealResult unsealWithTheLastOf12Keys() {
        return opened(lastOfMany.unseal(item, label));
    }

    private static UnsealResult opened(UnsealResult result) {
        if (!(result instanceof Opened)) {
            throw new IllegalStateException("the item does not open");
        }
        return result;
    }
}
