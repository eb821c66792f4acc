package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A few sealing keys for tests. Making one takes a moment, so they are made once. */
final class TestKeys {
    static final KeySpec SPEC = new KeySpec(2048, Duration.ofDays(3650), "");

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<GeneratedSealingKey> MADE = new ArrayList<>();

    private TestKeys() {}

    /** A new key whose certificate starts at this time. */
    static GeneratedSealingKey notBefore(Instant time) {
        return GeneratedSealingKey.generate(SPEC, InstantSource.fixed(time), RANDOM);
    }

    /** The n-th of a few keys that start on 1 January 2026, one hour after the other. */
    static synchronized GeneratedSealingKey number(int n) {
        while (MADE.size() <= n) {
            MADE.add(notBefore(startOf(MADE.size())));
        }
        return MADE.get(n);
    }

    static Instant startOf(int n) {
        return Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(n));
    }

    /** The n-th key as read from a Secret {@code key-N} that was made at this time. */
    static KeySecret loaded(int n, Instant created) {
        GeneratedSealingKey made = number(n);
        return new KeySecret("key-" + n, created, made.key(), made.certificate());
    }

    static KeySecret loaded(int n) {
        return loaded(n, startOf(n));
    }

    /** A key Secret with this data. */
    static Secret secret(String name, String privateKey, String certificate) {
        ObjectMeta metadata = ObjectMeta.EMPTY
                .edit()
                .namespace("kube-system")
                .name(name)
                .resourceVersion("1")
                .creationTimestamp("2026-02-03T04:05:06Z")
                .done();
        return new Secret(
                metadata,
                "kubernetes.io/tls",
                null,
                Map.of(
                        "tls.key", SecretValue.ofText(privateKey),
                        "tls.crt", SecretValue.ofText(certificate)));
    }

    static Secret secret(int n) {
        return secret("key-" + n, number(n).exposePrivateKeyPem(), number(n).certificatePem());
    }
}
