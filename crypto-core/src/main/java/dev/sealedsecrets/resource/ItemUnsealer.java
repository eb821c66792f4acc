package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.IllegalBase64Exception;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.MalformedItemException;
import dev.sealedsecrets.crypto.Opened;
import dev.sealedsecrets.crypto.SealedPayload;
import dev.sealedsecrets.crypto.UnsealFailure;
import dev.sealedsecrets.crypto.UnsealResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The items of one object, opened one by one in the order of their keys, all errors collected. Malformed items, wrong keys and corrupt
 * payloads have one text.
 */
final class ItemUnsealer {
    private final KeyRing keys;
    private final Label label;
    private final Map<String, byte[]> values = new TreeMap<>(CodePointOrder.INSTANCE);
    private final Map<String, Fingerprint> openedBy = new TreeMap<>(CodePointOrder.INSTANCE);
    private final List<ItemError> errors = new ArrayList<>();
    private @Nullable Fingerprint lastOpenedBy;

    private ItemUnsealer(KeyRing keys, Label label) {
        this.keys = keys;
        this.label = label;
    }

    /** Opens all items of an object. */
    static ItemUnsealer openAll(SealedSecret sealed, KeyRing keys) {
        ItemUnsealer unsealer = new ItemUnsealer(keys, sealed.label());
        Map<String, String> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
        sorted.putAll(sealed.encryptedData());
        for (Map.Entry<String, String> item : sorted.entrySet()) {
            unsealer.open(item.getKey(), item.getValue());
        }
        return unsealer;
    }

    /** Opens one item. */
    private void open(String key, String base64) {
        try {
            UnsealResult result = keys.unseal(SealedPayload.parseBase64(base64), label, lastOpenedBy);
            if (result instanceof Opened opened) {
                values.put(key, opened.plaintext());
                openedBy.put(key, opened.openedBy());
                lastOpenedBy = opened.openedBy();
                return;
            }
        } catch (IllegalBase64Exception e) {
            errors.add(ItemError.of(key, String.valueOf(e.getMessage())));
            return;
        } catch (MalformedItemException e) {
            // Must look like any other item that does not open.
        }
        values.put(key, new byte[0]);
        errors.add(ItemError.of(key, UnsealFailure.MESSAGE));
    }

    /** Plain values by key; empty for an item that does not open, absent for one that is no base64. */
    Map<String, byte[]> values() {
        return values;
    }

    /** The key that opened each item. */
    Map<String, Fingerprint> openedBy() {
        return openedBy;
    }

    /** Errors in the order of the keys. */
    List<ItemError> errors() {
        return errors;
    }
}
