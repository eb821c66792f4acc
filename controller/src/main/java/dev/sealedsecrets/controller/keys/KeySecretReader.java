package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.crypto.CertificateFormatException;
import dev.sealedsecrets.crypto.KeyFormatException;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.crypto.SealingKey;
import dev.sealedsecrets.resource.Annotations;
import dev.sealedsecrets.resource.OwnerReference;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads key Secrets: {@code tls.key} holds the private key, the first certificate of {@code tls.crt} counts (compatibility
 * contract, sealing keys). Expiry does not matter.
 */
final class KeySecretReader {
    static final String PRIVATE_KEY = "tls.key";
    static final String CERTIFICATE = "tls.crt";

    private static final String GROUP_PREFIX =
            SealedSecret.API_VERSION.substring(0, SealedSecret.API_VERSION.indexOf('/') + 1);

    private KeySecretReader() {}

    static KeyReading read(Secret secret) {
        if (isMadeFromSealedSecret(secret)) {
            return new KeyReading.Planted();
        }
        try {
            SealingKey key = SealingKey.parsePem(text(secret.data().get(PRIVATE_KEY)));
            SealingCertificate certificate =
                    SealingCertificate.parse(text(secret.data().get(CERTIFICATE)));
            return new KeyReading.Usable(new KeySecret(secret.metadata().name(), created(secret), key, certificate));
        } catch (KeyFormatException | CertificateFormatException e) {
            return new KeyReading.Unusable(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isMadeFromSealedSecret(Secret secret) {
        return secret.metadata().annotations().containsKey(Annotations.SKIP_SET_OWNER_REFERENCES)
                || secret.metadata().ownerReferences().stream().anyMatch(KeySecretReader::isSealedSecret);
    }

    private static boolean isSealedSecret(OwnerReference owner) {
        return owner.kind().equals(SealedSecret.KIND) && owner.apiVersion().startsWith(GROUP_PREFIX);
    }

    private static Instant created(Secret secret) {
        try {
            return Instant.parse(secret.metadata().creationTimestamp());
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private static String text(@Nullable SecretValue value) {
        return value == null ? "" : new String(value.bytes(), StandardCharsets.UTF_8);
    }
}
