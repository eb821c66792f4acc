package dev.sealedsecrets.resource;

/**
 * How exactly an object must be written to be read. In every mode unknown fields are dropped, null stands for an absent field,
 * and {@code apiVersion} and {@code kind} may be missing.
 */
public enum Decoding {
    /**
     * What people write: field names in any case; where text belongs, an unquoted scalar that keeps its text (compatibility
     * contract, input documents). Anything whose text would change, such as {@code 1.10}, is refused.
     */
    MANIFEST(true, true),
    /**
     * What the API server sends and the controller's endpoints receive: exact field names and types, but an item of
     * {@code encryptedData} that is no text reads as the empty text, which then fails to open.
     */
    LENIENT(false, false),
    /** Exact field names and types everywhere: for objects that are changed or opened offline. */
    STRICT(false, true);

    private final boolean manifest;
    private final boolean exactItems;

    Decoding(boolean manifest, boolean exactItems) {
        this.manifest = manifest;
        this.exactItems = exactItems;
    }

    boolean ignoresCase() {
        return manifest;
    }

    boolean acceptsUnquotedText() {
        return manifest;
    }

    boolean requiresTextItems() {
        return exactItems;
    }
}
