package dev.sealedsecrets.resource;

/**
 * The bounds that {@link Documents} keeps while it reads: memory and time stay proportional to them, whatever the input is.
 *
 * @param inputBytes length of the whole input in bytes
 * @param depth levels of mappings and lists inside each other
 * @param nodes values of the whole input, counting those that an alias repeats as often as they are repeated
 * @param aliasedCharacters characters of text that aliases repeat
 */
public record Limits(int inputBytes, int depth, int nodes, int aliasedCharacters) {
    /** Enough for files of several ten thousand objects; what a program reads from its user. */
    public static final Limits DEFAULT = new Limits(64 << 20, 100, 5_000_000, 8 << 20);

    /** Refuses bounds that let nothing pass. */
    public Limits {
        if (inputBytes < 1 || depth < 1 || nodes < 1 || aliasedCharacters < 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** These bounds, with another length of the input. */
    public Limits withInputBytes(int bytes) {
        return new Limits(bytes, depth, nodes, aliasedCharacters);
    }
}
