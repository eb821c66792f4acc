package dev.sealedsecrets.template.url;

import dev.sealedsecrets.template.text.Quoting;

/** Percent encoding of the parts of a URL; each part leaves other characters as they are. */
final class UrlEscaping {
    private static final String HEX = "0123456789ABCDEF";

    /** Parts with rules of their own. */
    enum Part {
        PATH,
        HOST,
        ZONE,
        USER,
        FRAGMENT
    }

    private UrlEscaping() {}

    /** Whether a byte must be written as %XX in a part. */
    static boolean shouldEscape(char c, Part part) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
            return false;
        }
        if ((part == Part.HOST || part == Part.ZONE) && "!$&'()*+,;=:[]<>\"".indexOf(c) >= 0) {
            return false;
        }
        return switch (c) {
            case '-', '_', '.', '~' -> false;
            case '$', '&', '+', ',', '/', ':', ';', '=', '?', '@' ->
                switch (part) {
                    case PATH -> c == '?';
                    case USER -> c == '@' || c == '/' || c == '?' || c == ':';
                    case FRAGMENT -> false;
                    case HOST, ZONE -> true;
                };
            case '!', '(', ')', '*' -> part != Part.FRAGMENT;
            default -> true;
        };
    }

    static String escape(String s, Part part) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (shouldEscape(c, part)) {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The text with %XX replaced. */
    static String unescape(String s, Part part) {
        StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '%') {
                if (i + 2 >= s.length() || !isHex(s.charAt(i + 1)) || !isHex(s.charAt(i + 2))) {
                    throw invalidEscape(s.substring(i, Math.min(i + 3, s.length())));
                }
                String triplet = s.substring(i, i + 3);
                char value = (char) Integer.parseInt(triplet.substring(1), 16);
                checkEscape(triplet, value, part);
                out.append(value);
                i += 2;
            } else {
                if ((part == Part.HOST || part == Part.ZONE) && c < 0x80 && shouldEscape(c, part)) {
                    throw new UrlError("invalid character " + Quoting.quote(String.valueOf(c)) + " in host name");
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** In a host only bytes beyond ASCII may be encoded, in a zone what a host has to. */
    private static void checkEscape(String triplet, char value, Part part) {
        if (part == Part.HOST && value < 0x80 && !triplet.equals("%25")) {
            throw invalidEscape(triplet);
        }
        if (part == Part.ZONE && !triplet.equals("%25") && value != ' ' && shouldEscape(value, Part.HOST)) {
            throw invalidEscape(triplet);
        }
    }

    private static UrlError invalidEscape(String text) {
        return new UrlError("invalid URL escape " + Quoting.quote(text));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
