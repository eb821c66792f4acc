package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.KeyFormatException;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.SealingKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Published test keys out of the interop vectors. */
final class TestKeys {
    private TestKeys() {}

    static SealingKey first() {
        return key("keys/rsa2048a.pem");
    }

    static SealingKey second() {
        return key("keys/rsa2048b.pem");
    }

    static KeyRing ring(SealingKey... keys) {
        return KeyRing.of(List.of(keys));
    }

    static SealingKey key(String file) {
        try {
            return SealingKey.parsePem(resource("/vectors/" + file));
        } catch (KeyFormatException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(TestKeys.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
