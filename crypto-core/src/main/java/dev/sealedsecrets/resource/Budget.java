package dev.sealedsecrets.resource;

import org.jspecify.annotations.Nullable;

/**
 * What an input has used up of its {@link Limits}. Each method that counts returns the problem if a limit is passed, else null.
 */
final class Budget {
    private final Limits limits;
    private long nodes;
    private long characters;
    private long aliasedCharacters;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** Values so far, those that aliases repeat included. */
    long nodes() {
        return nodes;
    }

    /** Characters of text so far, those that aliases repeat included. */
    long characters() {
        return characters;
    }

    /** Counts a value of a text of so many characters, or a collection (0), at a depth of so many levels. */
    @Nullable
    String addValue(int length, int depth) {
        characters += length;
        if (depth > limits.depth()) {
            return "nested deeper than " + limits.depth() + " levels";
        }
        return ++nodes > limits.nodes() ? tooManyNodes() : null;
    }

    /** Counts the values and characters that an alias repeats. */
    @Nullable
    String addRepeated(long repeatedNodes, long repeatedCharacters) {
        if (repeatedNodes > limits.nodes() - nodes) {
            return tooManyNodes();
        }
        if (repeatedCharacters > limits.aliasedCharacters() - aliasedCharacters) {
            return "aliases repeat more than " + limits.aliasedCharacters() + " characters";
        }
        nodes += repeatedNodes;
        characters += repeatedCharacters;
        aliasedCharacters += repeatedCharacters;
        return null;
    }

    private String tooManyNodes() {
        return "more than " + limits.nodes() + " values";
    }
}
