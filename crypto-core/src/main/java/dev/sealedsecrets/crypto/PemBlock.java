package dev.sealedsecrets.crypto;

/** One block of a PEM text (RFC 7468): its type, whether it has RFC 1421 headers, and the decoded bytes. */
final class PemBlock {
    private final String type;
    private final boolean hasHeaders;
    private final byte[] contents;

    PemBlock(String type, boolean hasHeaders, byte[] contents) {
        this.type = type;
        this.hasHeaders = hasHeaders;
        this.contents = contents;
    }

    /** The words between BEGIN and the dashes. */
    String type() {
        return type;
    }

    boolean hasHeaders() {
        return hasHeaders;
    }

    /** The decoded bytes; not a copy. */
    byte[] contents() {
        return contents;
    }
}
