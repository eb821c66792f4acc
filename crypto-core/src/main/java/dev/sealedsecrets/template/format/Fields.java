package dev.sealedsecrets.template.format;

import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.text.FloatText;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.text.Unicode;
import dev.sealedsecrets.template.text.Utf8;
import java.util.Locale;

/** Writes one formatted field: a bool, number or text with the flags, width and precision of its verb. */
final class Fields {
    private static final String HEX_LOWER = "0123456789abcdef";
    private static final String HEX_UPPER = "0123456789ABCDEF";
    private static final int DEFAULT_SHARP_DIGITS = 6;

    private final BoundedText out;
    private final Spec spec;

    Fields(BoundedText out, Spec spec) {
        this.out = out;
        this.spec = spec;
    }

    private void padding(int count) {
        out.repeat(spec.zero && !spec.minus ? '0' : ' ', count);
    }

    /** Text to the width, which counts code points. */
    void pad(String s) {
        int missing = spec.width > 0 ? spec.width - Utf8.count(s) : 0;
        if (missing <= 0) {
            out.append(s);
        } else if (spec.minus) {
            out.append(s);
            padding(missing);
        } else {
            padding(missing);
            out.append(s);
        }
    }

    private void padWithBlanks(String s) {
        boolean zero = spec.zero;
        spec.zero = false;
        pad(s);
        spec.zero = zero;
    }

    void text(String s) {
        pad(cut(s));
    }

    /** The text to the precision, which counts code points. */
    private String cut(String s) {
        if (spec.precision < 0) {
            return s;
        }
        int left = spec.precision;
        for (int i = 0; i < s.length(); i += Utf8.width(Utf8.decode(s, i))) {
            if (left == 0) {
                return s.substring(0, i);
            }
            left--;
        }
        return s;
    }

    void quoted(String s) {
        String cut = cut(s);
        if (spec.sharp && Quoting.canBackquote(cut)) {
            pad("`" + cut + "`");
        } else {
            pad(spec.plus ? Quoting.quoteAscii(cut) : Quoting.quote(cut));
        }
    }

    /** Each byte in two hexadecimal digits. */
    void hexText(String s, boolean upper) {
        int length = spec.precision >= 0 ? Math.min(spec.precision, s.length()) : s.length();
        if (length == 0) {
            if (spec.width > 0) {
                padding(spec.width);
            }
            return;
        }
        String prefix = spec.sharp ? (upper ? "0X" : "0x") : "";
        long width = 2L * length + (spec.space ? (length - 1L) + (long) prefix.length() * length : prefix.length());
        int missing = (int) Math.max(0, spec.width - width);
        if (!spec.minus) {
            padding(missing);
        }
        String digits = upper ? HEX_UPPER : HEX_LOWER;
        out.append(prefix);
        for (int i = 0; i < length; i++) {
            if (spec.space && i > 0) {
                out.append(' ').append(prefix);
            }
            out.append(digits.charAt(s.charAt(i) >> 4)).append(digits.charAt(s.charAt(i) & 0xF));
        }
        if (spec.minus) {
            padding(missing);
        }
    }

    void character(long c) {
        pad(Utf8.of(codePoint(c)));
    }

    void quotedCharacter(long c) {
        pad(Quoting.quoteRune(codePoint(c), spec.plus));
    }

    private static int codePoint(long c) {
        return c < 0 || c > Utf8.MAX ? Utf8.ERROR : (int) c;
    }

    /** {@code U+0041}, with the character itself if sharp. */
    void unicode(long c) {
        String digits = Long.toHexString(c).toUpperCase(Locale.ROOT);
        int minimum = Math.max(4, spec.precision);
        out.reserve(minimum);
        StringBuilder s = new StringBuilder("U+");
        s.append("0".repeat(Math.max(0, minimum - digits.length()))).append(digits);
        if (spec.sharp && c >= 0 && c <= Utf8.MAX && Unicode.isPrint((int) c)) {
            s.append(" '");
            Utf8.append(s, (int) c);
            s.append('\'');
        }
        padWithBlanks(s.toString());
    }

    /** An integer; {@code value} holds the bits of an unsigned one. */
    void integer(long value, boolean signed, int base, char verb) {
        boolean negative = signed && value < 0;
        int precision = 0;
        if (spec.precision >= 0) {
            precision = spec.precision;
            if (precision == 0 && value == 0) {
                boolean zero = spec.zero;
                spec.zero = false;
                padding(spec.width);
                spec.zero = zero;
                return;
            }
        } else if (spec.zero && !spec.minus && spec.width >= 0) {
            precision = spec.width - (negative || spec.plus || spec.space ? 1 : 0);
        }
        String digits = Long.toUnsignedString(negative ? -value : value, base);
        if (verb == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        out.reserve(precision);
        StringBuilder s = new StringBuilder(Math.max(precision, digits.length()) + 4);
        if (negative) {
            s.append('-');
        } else if (spec.plus) {
            s.append('+');
        } else if (spec.space) {
            s.append(' ');
        }
        boolean leadingZero = precision > digits.length() || digits.startsWith("0");
        s.append(prefix(base, verb, leadingZero));
        s.append("0".repeat(Math.max(0, precision - digits.length()))).append(digits);
        padWithBlanks(s.toString());
    }

    private String prefix(int base, char verb, boolean leadingZero) {
        String sharp = "";
        if (spec.sharp) {
            sharp = switch (base) {
                case 2 -> "0b";
                case 8 -> leadingZero ? "" : "0";
                case 16 -> verb == 'X' ? "0X" : "0x";
                default -> "";
            };
        }
        return verb == 'O' ? "0o" + sharp : sharp;
    }

    /** A float in one of Go's formats; {@code precision} is used if the verb gives none. */
    void real(double value, char verb, int precision) {
        int digits = spec.precision >= 0 ? spec.precision : precision;
        out.reserve(digits);
        String number = FloatText.format(value, verb, digits);
        char sign = '+';
        if (number.charAt(0) == '-' || number.charAt(0) == '+') {
            sign = number.charAt(0);
            number = number.substring(1);
        }
        if (spec.space && sign == '+' && !spec.plus) {
            sign = ' ';
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            boolean unsigned = Double.isNaN(value) && !spec.space && !spec.plus;
            padWithBlanks(unsigned ? number : sign + number);
            return;
        }
        if (spec.sharp && verb != 'b') {
            number = withPoint(number, verb, digits);
        }
        if (spec.plus || sign != '+') {
            int length = number.length() + 1;
            if (spec.zero && !spec.minus && spec.width > length) {
                out.append(sign);
                padding(spec.width - length);
                out.append(number);
            } else {
                pad(sign + number);
            }
        } else {
            pad(number);
        }
    }

    /** The sharp flag: always a decimal point, and for %g the zeros that its precision asks for. */
    private static String withPoint(String number, char verb, int precision) {
        int missing = switch (verb) {
            case 'g', 'G', 'x' -> precision < 0 ? DEFAULT_SHARP_DIGITS : precision;
            default -> 0;
        };
        boolean hex = verb == 'x' || verb == 'X';
        int end = number.length();
        boolean point = false;
        boolean significant = false;
        for (int i = 0; i < end; i++) {
            char c = number.charAt(i);
            if (c == '.') {
                point = true;
            } else if (c == 'p' || c == 'P' || (!hex && (c == 'e' || c == 'E'))) {
                end = i;
            } else {
                significant |= c != '0';
                if (significant) {
                    missing--;
                }
            }
        }
        StringBuilder out = new StringBuilder(number.substring(0, end));
        if (!point) {
            if (end == 1 && number.charAt(0) == '0') {
                missing--;
            }
            out.append('.');
        }
        return out.append("0".repeat(Math.max(0, missing)))
                .append(number, end, number.length())
                .toString();
    }
}
