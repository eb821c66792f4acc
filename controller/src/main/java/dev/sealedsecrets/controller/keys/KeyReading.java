package dev.sealedsecrets.controller.keys;

/** What became of reading a Secret that claims to be a key. */
sealed interface KeyReading {
    /** It is one. */
    record Usable(KeySecret key) implements KeyReading {}

    /**
     * It holds no key.
     *
     * @param reason without anything of the data
     */
    record Unusable(String reason) implements KeyReading {}

    /** It was made from a SealedSecret, so that whoever may create those could choose everybody's key. Never used. */
    record Planted() implements KeyReading {}
}
