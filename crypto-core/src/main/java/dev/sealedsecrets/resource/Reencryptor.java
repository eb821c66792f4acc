package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Opened;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.UnsealFailure;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals the items of an object anew, for the newest key and under the label they had. Thread-safe.
 *
 * <p>Guarantees: templates are neither rendered nor changed, nothing but the items and what an API server fills in changes, and no
 * plain value leaves this class.
 */
public final class Reencryptor {
    private final Sealer sealer;
    private final boolean acceptDeprecatedV1Data;

    /**
     * @param sealer seals the items
     * @param acceptDeprecatedV1Data whether objects that hold a whole Secret in {@code spec.data} are re-encrypted
     */
    public Reencryptor(Sealer sealer, boolean acceptDeprecatedV1Data) {
        this.sealer = sealer;
        this.acceptDeprecatedV1Data = acceptDeprecatedV1Data;
    }

    /**
     * The object with new items, without status and server fields (compatibility contract, controller, rotate).
     *
     * @param keys what may open the items
     * @param newest what they are sealed for
     */
    public ReencryptOutcome reencrypt(SealedSecret sealed, KeyRing keys, RSAPublicKey newest) {
        SealedSecret result =
                sealed.withoutStatus().withMetadata(sealed.metadata().withoutServerFields());
        if (sealed.deprecatedData() != null) {
            return reencryptDeprecated(result, keys, newest);
        }
        ItemUnsealer items = ItemUnsealer.openAll(sealed, keys);
        if (!items.errors().isEmpty()) {
            return failed(items.errors());
        }
        Label label = sealed.label();
        Map<String, String> sealedAnew = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> value : items.values().entrySet()) {
            sealedAnew.put(
                    value.getKey(), sealer.seal(value.getValue(), label, newest).toBase64());
        }
        return new ReencryptOutcome.Reencrypted(result.withEncryptedData(sealedAnew));
    }

    private ReencryptOutcome reencryptDeprecated(SealedSecret sealed, KeyRing keys, RSAPublicKey newest) {
        ItemError refusal = DeprecatedForm.refusal(sealed, acceptDeprecatedV1Data);
        if (refusal != null) {
            return failed(List.of(refusal));
        }
        Optional<Opened> opened = DeprecatedForm.open(sealed, keys);
        if (opened.isEmpty()) {
            return failed(List.of(ItemError.ofObject(UnsealFailure.MESSAGE)));
        }
        String item =
                sealer.seal(opened.get().plaintext(), sealed.label(), newest).toBase64();
        return new ReencryptOutcome.Reencrypted(sealed.withDeprecatedData(item));
    }

    private static ReencryptOutcome failed(List<ItemError> errors) {
        return new ReencryptOutcome.Failed(new UnsealOutcome.Failed(errors));
    }
}
