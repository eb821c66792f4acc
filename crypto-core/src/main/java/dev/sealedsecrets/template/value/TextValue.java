package dev.sealedsecrets.template.value;

/** A Go string, as a byte string. Its {@code toString} does not show the content, which may be secret. */
public record TextValue(String text) implements Value {
    /** The empty text. */
    public static final TextValue EMPTY = new TextValue("");

    /** The value of a byte string. */
    public static TextValue of(String text) {
        return text.isEmpty() ? EMPTY : new TextValue(text);
    }

    @Override
    public GoType type() {
        return GoType.STRING;
    }

    @Override
    public boolean isTrue() {
        return !text.isEmpty();
    }

    @Override
    public String toString() {
        return "text of " + text.length() + " bytes";
    }
}
