package dev.sealedsecrets.controller;

import dev.sealedsecrets.controller.http.PublicFunctions;
import dev.sealedsecrets.controller.keys.ActiveKey;
import dev.sealedsecrets.controller.keys.KeyRegistry;
import dev.sealedsecrets.controller.keys.KeySnapshot;
import dev.sealedsecrets.resource.ReencryptOutcome;
import dev.sealedsecrets.resource.Reencryptor;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.SecretUnsealer;
import java.util.Optional;

/** What the public endpoints do with the sealing keys of the moment. */
final class SealingFunctions {
    private final KeyRegistry keys;
    private final SecretUnsealer unsealer;
    private final Reencryptor reencryptor;

    SealingFunctions(KeyRegistry keys, SecretUnsealer unsealer, Reencryptor reencryptor) {
        this.keys = keys;
        this.unsealer = unsealer;
        this.reencryptor = reencryptor;
    }

    PublicFunctions functions() {
        return new PublicFunctions(this::certificate, this::opens, this::rotate);
    }

    /** PEM of the newest certificate; nothing without a key. */
    Optional<String> certificate() {
        return keys.current().newest().map(ActiveKey::certificatePem);
    }

    private boolean opens(SealedSecret object) {
        return unsealer.verify(object, keys.current().ring()).isEmpty();
    }

    private Optional<SealedSecret> rotate(SealedSecret object) {
        KeySnapshot snapshot = keys.current();
        return snapshot.newest()
                .map(newest -> reencryptor.reencrypt(
                        object, snapshot.ring(), newest.certificate().publicKey()))
                .flatMap(SealingFunctions::resultOf);
    }

    private static Optional<SealedSecret> resultOf(ReencryptOutcome outcome) {
        return outcome instanceof ReencryptOutcome.Reencrypted reencrypted
                ? Optional.of(reencrypted.sealedSecret())
                : Optional.empty();
    }
}
