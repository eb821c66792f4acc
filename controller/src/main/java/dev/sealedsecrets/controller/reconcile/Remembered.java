package dev.sealedsecrets.controller.reconcile;

import java.util.Map;

/**
 * What passes leave for later ones besides the outcome.
 *
 * @param hint what the items that do not open seem to be sealed for; empty if that is not known
 * @param record text of the record of the last write; empty if there is none
 * @param openedBy fingerprint of the key that opened each item; empty if no item was opened by this process
 */
record Remembered(String hint, String record, Map<String, String> openedBy) {
    static final Remembered NOTHING = new Remembered("", "", Map.of());
}
