package dev.sealedsecrets.template.regex;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * The text a pattern is matched against, as the engine wants it (UTF-16) and as Go counts it (bytes). Each look of the engine at a
 * character takes from the budget what a step of its whole program costs, so that no match outlives the limit.
 */
final class Subject implements CharSequence {
    private final Budget budget;
    private final int programSize;
    private final String bytes;
    private final String chars;
    /** Byte offset of each UTF-16 unit; null if they are the same. */
    private final int @Nullable [] offsets;

    Subject(Budget budget, int programSize, String bytes) {
        this.budget = budget;
        this.programSize = programSize;
        this.bytes = bytes;
        if (Utf8.isAscii(bytes)) {
            this.chars = bytes;
            this.offsets = null;
        } else {
            budget.elements(bytes.length(), 12);
            StringBuilder units = new StringBuilder(bytes.length());
            int[] map = new int[bytes.length() + 1];
            for (int i = 0; i < bytes.length(); ) {
                int decoded = Utf8.decode(bytes, i);
                int before = units.length();
                units.appendCodePoint(Utf8.rune(decoded));
                for (int unit = before; unit < units.length(); unit++) {
                    map[unit] = i;
                }
                i += Utf8.width(decoded);
            }
            map[units.length()] = bytes.length();
            this.chars = units.toString();
            this.offsets = map;
        }
    }

    @Override
    public char charAt(int index) {
        budget.regex(programSize);
        return chars.charAt(index);
    }

    @Override
    public int length() {
        return chars.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return chars.subSequence(start, end);
    }

    @Override
    public String toString() {
        return "subject of " + bytes.length() + " bytes";
    }

    /** The bytes between two engine positions. */
    String between(int start, int end) {
        return bytes.substring(offset(start), offset(end));
    }

    private int offset(int position) {
        return offsets == null ? position : offsets[position];
    }

    /** The position behind the code point at a position. */
    int next(int position) {
        return position < chars.length() ? chars.offsetByCodePoints(position, 1) : position + 1;
    }
}
