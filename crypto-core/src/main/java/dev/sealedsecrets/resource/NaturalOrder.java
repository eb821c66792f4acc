package dev.sealedsecrets.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The order of keys in YAML: digits by the number they form, letters after all else (compatibility contract, writing).
 *
 * <p>Quirk: the rule is not transitive ({@code v2}, {@code v11}, {@code v1alpha1}). Library sorts may fail on such a rule, so the sort
 * here is a plain merge sort, which cannot; it starts from the order by code point, so that a set of keys has one order always.
 */
final class NaturalOrder {
    private NaturalOrder() {}

    /** A key and its code points. */
    private record Key(String text, CodePoints points) {}

    /** Code points of a text, read only. */
    private static final class CodePoints {
        private final int[] points;

        CodePoints(String text) {
            this.points = new int[text.codePointCount(0, text.length())];
            int at = 0;
            for (int i = 0; i < points.length; i++) {
                points[i] = text.codePointAt(at);
                at += Character.charCount(points[i]);
            }
        }

        int length() {
            return points.length;
        }

        int at(int index) {
            return points[index];
        }

        boolean isDigit(int index) {
            return index < points.length && Character.isDigit(points[index]);
        }
    }

    static List<String> sorted(Collection<String> texts) {
        List<String> byCodePoint = new ArrayList<>(texts);
        byCodePoint.sort(CodePointOrder.INSTANCE);
        Key[] keys = new Key[byCodePoint.size()];
        for (int i = 0; i < keys.length; i++) {
            String text = byCodePoint.get(i);
            keys[i] = new Key(text, new CodePoints(text));
        }
        sort(keys, new Key[keys.length], 0, keys.length);
        List<String> sorted = new ArrayList<>(keys.length);
        for (Key key : keys) {
            sorted.add(key.text());
        }
        return sorted;
    }

    private static void sort(Key[] keys, Key[] spare, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(keys, spare, from, middle);
        sort(keys, spare, middle, to);
        System.arraycopy(keys, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeRight = left == middle || (right < to && isLess(spare[right].points(), spare[left].points()));
            keys[i] = takeRight ? spare[right++] : spare[left++];
        }
    }

    private static boolean isLess(CodePoints a, CodePoints b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.at(i) != b.at(i)) {
                return isLessFrom(a, b, i);
            }
        }
        return a.length() < b.length();
    }

    /** Decides at the first difference. */
    private static boolean isLessFrom(CodePoints a, CodePoints b, int at) {
        boolean letterInA = Character.isLetter(a.at(at));
        boolean letterInB = Character.isLetter(b.at(at));
        if (letterInA && letterInB) {
            return a.at(at) < b.at(at);
        }
        if (letterInA || letterInB) {
            return letterInB;
        }
        long before = (a.at(at) == '0' || b.at(at) == '0') && followsNumber(a, at) ? 1 : 0;
        int endOfA = endOfDigits(a, at);
        int endOfB = endOfDigits(b, at);
        long numberA = number(a, at, endOfA, before);
        long numberB = number(b, at, endOfB, before);
        if (numberA != numberB) {
            return numberA < numberB;
        }
        return endOfA != endOfB ? endOfA < endOfB : a.at(at) < b.at(at);
    }

    /** Whether the digits just before hold one that is not zero. */
    private static boolean followsNumber(CodePoints points, int at) {
        for (int i = at - 1; i >= 0 && points.isDigit(i); i--) {
            if (points.at(i) != '0') {
                return true;
            }
        }
        return false;
    }

    private static int endOfDigits(CodePoints points, int from) {
        int end = from;
        while (points.isDigit(end)) {
            end++;
        }
        return end;
    }

    /** The value of the digits after a number; wraps around at 64 bits. */
    private static long number(CodePoints points, int from, int to, long before) {
        long number = before;
        for (int i = from; i < to; i++) {
            number = number * 10 + (points.at(i) - '0');
        }
        return number;
    }
}
