package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.crypto.Fingerprint;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the status remembers of the last write of the Secret: keyed tags that tell this controller, and nobody else, whether
 * something is as it was then. They fit into a condition's message, which the original's schema keeps.
 *
 * @param owned whether the Secret is the SealedSecret's own, rather than one it added to
 * @param key the sealing key that the tags are made with
 * @param secret tag of the Secret's identity
 * @param version tag of the Secret's state and of the SealedSecret it was made from
 * @param content tag of the values and of what they were made from
 * @param data tag of the values alone
 */
record WriteRecord(boolean owned, Fingerprint key, String secret, String version, String content, String data) {
    private static final String FORM = "v2";
    private static final String OWN = "own";
    private static final String ADDED = "added";
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int PARTS = 7;
    /** In place of a tag; no values have it. */
    private static final String OF_NO_VALUES = "A".repeat(22);

    /** The record in a text; empty if it is none that this version understands. */
    static Optional<WriteRecord> parse(String text) {
        String[] parts = text.split(" ", PARTS + 1);
        if (parts.length != PARTS || !parts[0].equals(FORM) || !(parts[1].equals(OWN) || parts[1].equals(ADDED))) {
            return Optional.empty();
        }
        for (int i = 3; i < PARTS; i++) {
            if (!TAG.matcher(parts[i]).matches()) {
                return Optional.empty();
            }
        }
        return Fingerprint.parse(parts[2])
                .map(key -> new WriteRecord(parts[1].equals(OWN), key, parts[3], parts[4], parts[5], parts[6]));
    }

    /** The same, about no values that there could be: whatever comes counts as changed. */
    WriteRecord withUnknownData() {
        return new WriteRecord(owned, key, secret, version, content, OF_NO_VALUES);
    }

    /** The form that {@link #parse} reads: {@code v2 own FINGERPRINT TAG TAG TAG TAG}. */
    String text() {
        return String.join(" ", FORM, owned ? OWN : ADDED, key.text(), secret, version, content, data);
    }
}
