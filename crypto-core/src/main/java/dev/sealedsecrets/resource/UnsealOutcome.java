package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Fingerprint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of unsealing an object: all of it, or nothing. */
public sealed interface UnsealOutcome {

    /**
     * Everything opened.
     *
     * @param openedBy the key that opened each item, sorted by item; of an object in the deprecated form the one entry {@code data},
     *     named after the field
     */
    record Unsealed(Secret secret, Map<String, Fingerprint> openedBy) implements UnsealOutcome {
        /** Copies and sorts the entries. */
        public Unsealed {
            Map<String, Fingerprint> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
            sorted.putAll(openedBy);
            openedBy = Collections.unmodifiableMap(sorted);
        }
    }

    /** Something did not open or render; there is no Secret. Errors of items come first, then those of templates, each by key. */
    record Failed(List<ItemError> errors) implements UnsealOutcome {
        /** Copies the errors. */
        public Failed {
            errors = List.copyOf(errors);
        }

        /** The whole text (compatibility contract, result for an object). It may quote values where a template failed. */
        public String message() {
            return ItemErrorText.of(errors, false);
        }

        /** The text that quotes no value: for status, events and logs. Same form. */
        public String publicMessage() {
            return ItemErrorText.of(errors, true);
        }
    }
}
