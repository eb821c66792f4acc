package dev.sealedsecrets.crypto;

/**
 * Why a well-cut item did not open, decided over all keys. (Bytes that are no item at all are a {@link
 * MalformedItemException}.)
 *
 * <p>For code that is trusted with the keys only: the difference between the two says whether the label was right. Everyone
 * else gets {@link #MESSAGE}.
 */
public enum UnsealFailure {
    /** No key unwraps the session key: wrong key, wrong label, other padding, block out of range, or no keys. */
    NO_KEY_MATCHES,
    /** Some key unwraps the session key, but its size is impossible or the payload is not what was sealed under it. */
    CORRUPT_PAYLOAD;

    /** The one text for every failure to open an item; scripts match it. */
    public static final String MESSAGE = "no key could decrypt secret";
}
