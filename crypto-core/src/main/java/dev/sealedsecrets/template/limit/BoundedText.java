package dev.sealedsecrets.template.limit;

import dev.sealedsecrets.template.text.Utf8;

/** Builds a byte string within a budget: the length is checked before each part is added, the whole is charged once. */
public final class BoundedText {
    private final Budget budget;
    private final StringBuilder out;

    /** An empty text. */
    public BoundedText(Budget budget) {
        this.budget = budget;
        this.out = new StringBuilder();
    }

    /** Refuses a text that would get too long with so many bytes more. */
    public void reserve(long more) {
        budget.checkText(out.length() + more);
    }

    /** Adds a byte string. */
    public BoundedText append(String bytes) {
        reserve(bytes.length());
        out.append(bytes);
        return this;
    }

    /** Adds part of a byte string. */
    public BoundedText append(String bytes, int start, int end) {
        reserve(end - (long) start);
        out.append(bytes, start, end);
        return this;
    }

    /** Adds one byte. */
    public BoundedText append(char b) {
        reserve(1);
        out.append(b);
        return this;
    }

    /** Adds a number in decimal. */
    public BoundedText append(long number) {
        reserve(20);
        out.append(number);
        return this;
    }

    /** Adds a code point in UTF-8. */
    public BoundedText appendRune(int rune) {
        reserve(4);
        Utf8.append(out, rune);
        return this;
    }

    /** Adds one byte many times. */
    public BoundedText repeat(char b, long count) {
        if (count > 0) {
            reserve(count);
            out.ensureCapacity(out.length() + (int) count);
            for (long i = 0; i < count; i++) {
                out.append(b);
            }
        }
        return this;
    }

    /** The number of bytes so far. */
    public int length() {
        return out.length();
    }

    /** The text, charged to the budget. */
    public String finish() {
        budget.text(out.length());
        return out.toString();
    }
}
