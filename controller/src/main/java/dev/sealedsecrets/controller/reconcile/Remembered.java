package dev.sealedsecrets.controller.reconcile;

/**
 * What passes leave for later ones besides the outcome.
 *
 * @param hint what the items that do not open seem to be sealed for; empty if that is not known
 * @param record text of the record of the last write; empty if there is none
 */
record Remembered(String hint, String record) {
    static final Remembered NOTHING = new Remembered("", "");
}
