package dev.sealedsecrets.resource;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The text of the errors of one object: one line for each message, followed by the keys it holds for, {@code no key could decrypt
 * secret (a, b)}. Lines and keys come in the order of the errors.
 */
final class ItemErrorText {
    private ItemErrorText() {}

    static String of(List<ItemError> errors, boolean publicForm) {
        Map<String, List<String>> keysByMessage = new LinkedHashMap<>();
        for (ItemError error : errors) {
            String message = publicForm ? error.publicMessage() : error.message();
            List<String> keys = keysByMessage.get(message);
            if (keys == null) {
                keys = new ArrayList<>();
                keysByMessage.put(message, keys);
            }
            if (error.item() != null) {
                keys.add(error.item());
            }
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, List<String>> entry : keysByMessage.entrySet()) {
            List<String> keys = entry.getValue();
            lines.add(keys.isEmpty() ? entry.getKey() : entry.getKey() + " (" + String.join(", ", keys) + ")");
        }
        return String.join("\n", lines);
    }
}
