package dev.sealedsecrets.template.text;

/**
 * Go's classes of code points, from the tables of the running JDK. Go 1.26 knows Unicode 15, JDK 17 Unicode 13:
 * characters added in between count as unassigned here.
 */
public final class Unicode {
    private Unicode() {}

    /** Go's unicode.IsSpace: the White_Space property. */
    public static boolean isSpace(int r) {
        return switch (r) {
            case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> r >= 0x2000 && r <= 0x200A;
        };
    }

    /** Categories L*. */
    public static boolean isLetter(int r) {
        return Character.isLetter(r);
    }

    /** Category Nd. */
    public static boolean isDigit(int r) {
        return Character.isDigit(r);
    }

    /** Categories N*. */
    public static boolean isNumber(int r) {
        return switch (Character.getType(r)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Category Lu. */
    public static boolean isUpper(int r) {
        return Character.getType(r) == Character.UPPERCASE_LETTER;
    }

    /** Category Ll. */
    public static boolean isLower(int r) {
        return Character.getType(r) == Character.LOWERCASE_LETTER;
    }

    /** Category Lt. */
    public static boolean isTitle(int r) {
        return Character.getType(r) == Character.TITLECASE_LETTER;
    }

    /** Categories P*. */
    public static boolean isPunct(int r) {
        return switch (Character.getType(r)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Go's unicode.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII blank. */
    public static boolean isPrint(int r) {
        if (r < 0x7F) {
            return r >= ' ';
        }
        return switch (Character.getType(r)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The simple upper case mapping. */
    public static int toUpper(int r) {
        return Character.toUpperCase(r);
    }

    /** The simple lower case mapping. */
    public static int toLower(int r) {
        return Character.toLowerCase(r);
    }

    /** The simple title case mapping. */
    public static int toTitle(int r) {
        return Character.toTitleCase(r);
    }
}
