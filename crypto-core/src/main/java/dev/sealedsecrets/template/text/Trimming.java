package dev.sealedsecrets.template.text;

import java.util.function.IntPredicate;

/** Cutting code points off the ends of byte strings, as Go's strings.Trim functions do. */
public final class Trimming {
    private Trimming() {}

    /** Without white space (the Unicode property) at both ends. */
    public static String trimSpace(String s) {
        return trim(s, Unicode::isSpace);
    }

    /** Without code points of a set at both ends. */
    public static String trim(String s, String set) {
        int[] runes = Utf8.runes(set);
        return trim(s, r -> {
            for (int candidate : runes) {
                if (candidate == r) {
                    return true;
                }
            }
            return false;
        });
    }

    private static String trim(String s, IntPredicate drop) {
        int start = 0;
        int end = s.length();
        while (start < end) {
            int decoded = Utf8.decode(s, start);
            if (!drop.test(Utf8.rune(decoded))) {
                break;
            }
            start += Utf8.width(decoded);
        }
        while (end > start) {
            int decoded = Utf8.decodeLast(s, end);
            if (!drop.test(Utf8.rune(decoded))) {
                break;
            }
            end -= Utf8.width(decoded);
        }
        return s.substring(start, end);
    }
}
