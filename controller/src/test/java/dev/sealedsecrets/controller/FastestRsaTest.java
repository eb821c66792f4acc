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
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    @Test
    void withoutTheJarOfTheNativeLibraryItIsTheJdk() throws Exception {
        Class<?> choice = new WithoutNativeLibrary().loadClass(FastestRsa.class.getName());
        Method method = choice.getDeclaredMethod("engine", SecureRandom.class);
        method.setAccessible(true);

        assertThat(method.invoke(null, random)).isSameAs(RsaEngine.JDK);
    }

    /** Loads the choice anew, as it is where the provider's jar is missing. */
    private static final class WithoutNativeLibrary extends ClassLoader {
        WithoutNativeLibrary() {
            super(FastestRsa.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.amazon.corretto.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith(FastestRsa.class.getName()) ? defined(name) : super.loadClass(name, resolve);
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            Class<?> before = findLoadedClass(name);
            if (before != null) {
                return before;
            }
            try (InputStream code = Objects.requireNonNull(
                    FastestRsa.class.getResourceAsStream("/" + name.replace('.', '/') + ".class"))) {
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
