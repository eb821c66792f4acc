package dev.sealedsecrets.resource;

/**
 * An input that does not read. The message is one line, {@code SOURCE: document 2, line 14: malformed YAML}; nothing of the input
 * is quoted, as it may hold plain values.
 */
public final class DocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int number;
    private final int line;
    private final boolean malformedAlone;

    DocumentException(String source, int number, int line, String problem, boolean malformedAlone) {
        super(source + ": document " + number + ", line " + line + ": " + problem);
        this.source = source;
        this.number = number;
        this.line = line;
        this.malformedAlone = malformedAlone;
    }

    /** Name of the input, as given to {@link Documents#read}. */
    public String source() {
        return source;
    }

    /** Number of the document in the input, from 1; empty documents do not count. */
    public int number() {
        return number;
    }

    /** Line of the input, from 1. */
    public int line() {
        return line;
    }

    /** Whether malformed text is all there is: no document before it and no separator after it. False if a limit was passed. */
    public boolean isMalformedAlone() {
        return malformedAlone;
    }
}
