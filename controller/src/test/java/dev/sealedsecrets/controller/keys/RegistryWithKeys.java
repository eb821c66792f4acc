package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.RsaEngine;
import java.util.List;
import java.util.stream.IntStream;

/** A registry that tests in other packages fill by hand. */
public final class RegistryWithKeys {
    private final KeyRegistry registry = new KeyRegistry(KeyOrder.CERT_NOT_BEFORE, () -> RsaEngine.JDK);

    /** Has the registry hold these of a few keys. */
    public RegistryWithKeys hold(int... numbers) {
        List<KeySecret> keys = IntStream.of(numbers).mapToObj(TestKeys::loaded).toList();
        registry.replace(keys);
        return this;
    }

    public KeyRegistry registry() {
        return registry;
    }

    /** The n-th of a few keys. */
    public static GeneratedSealingKey key(int number) {
        return TestKeys.number(number);
    }
}
