package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.value.GoError;

/** Cutting byte strings as Go's slice expressions do, with the panics of the Go runtime. */
final class Slicing {
    private Slicing() {}

    /** {@code s[start:]}. */
    static String from(String s, long start) {
        if (start < 0) {
            throw new GoError("runtime error: slice bounds out of range [" + start + ":]");
        }
        if (start > s.length()) {
            throw new GoError("runtime error: slice bounds out of range [" + start + ":" + s.length() + "]");
        }
        return s.substring((int) start);
    }

    /** {@code s[:end]}. */
    static String to(String s, long end) {
        checkEnd(s, end);
        return s.substring(0, (int) end);
    }

    /** {@code s[start:end]}. */
    static String between(String s, long start, long end) {
        checkEnd(s, end);
        if (start < 0) {
            throw new GoError("runtime error: slice bounds out of range [" + start + ":]");
        }
        if (start > end) {
            throw new GoError("runtime error: slice bounds out of range [" + start + ":" + end + "]");
        }
        return s.substring((int) start, (int) end);
    }

    private static void checkEnd(String s, long end) {
        if (end < 0) {
            throw new GoError("runtime error: slice bounds out of range [:" + end + "]");
        }
        if (end > s.length()) {
            throw new GoError("runtime error: slice bounds out of range [:" + end + "] with length " + s.length());
        }
    }
}
