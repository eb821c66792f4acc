package dev.sealedsecrets.controller.reconcile;

import java.util.Map;

/**
 * What passes leave for later ones besides the outcome.
 *
 * @param hint what the items that do not open seem to be sealed for; empty if that is not known
 * @param record text of the record of the last write; empty if there is none
 * @param openedBy fingerprint of the key that opened each item; empty if none was opened, or the status has been written since
 */
record Remembered(String hint, String record, Map<String, String> openedBy) {
    static final Remembered NOTHING = new Remembered("", "", Map.of());

    /** The same without the keys: the status has them. */
    Remembered withoutKeys() {
        return openedBy.isEmpty() ? this : new Remembered(hint, record, Map.of());
    }
}
