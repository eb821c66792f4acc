package dev.sealedsecrets.resource;

/** Escapes inside double quotes. Line separators have short ones too, but not every reader knows them. */
final class YamlEscapes {
    private YamlEscapes() {}

    static String of(int codePoint) {
        return switch (codePoint) {
            case 0x00 -> "\\0";
            case 0x07 -> "\\a";
            case 0x08 -> "\\b";
            case 0x09 -> "\\t";
            case 0x0A -> "\\n";
            case 0x0B -> "\\v";
            case 0x0C -> "\\f";
            case 0x0D -> "\\r";
            case 0x1B -> "\\e";
            case 0x22 -> "\\\"";
            case 0x5C -> "\\\\";
            case 0x85 -> "\\N";
            default -> hexadecimal(codePoint);
        };
    }

    private static String hexadecimal(int codePoint) {
        if (codePoint <= 0xFF) {
            return "\\x" + digits(codePoint, 2);
        }
        return codePoint <= 0xFFFF ? "\\u" + digits(codePoint, 4) : "\\U" + digits(codePoint, 8);
    }

    private static String digits(int codePoint, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int shift = (count - 1) * 4; shift >= 0; shift -= 4) {
            int digit = codePoint >> shift & 15;
            digits.append((char) (digit < 10 ? '0' + digit : 'A' + digit - 10));
        }
        return digits.toString();
    }
}
