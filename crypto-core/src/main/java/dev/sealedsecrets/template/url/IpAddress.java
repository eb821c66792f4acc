package dev.sealedsecrets.template.url;

import dev.sealedsecrets.template.text.Quoting;
import java.util.Arrays;
import java.util.Optional;

/** Reads IP addresses as Go's net/netip does: four bytes for IPv4, sixteen for IPv6, no leading zeros in IPv4. */
public final class IpAddress {
    private static final int IPV6_BYTES = 16;

    private final String text;

    private IpAddress(String text) {
        this.text = text;
    }

    /** The bytes of an address without zone; empty if the text is none. */
    public static Optional<byte[]> parse(String text) {
        try {
            return text.indexOf('%') >= 0 ? Optional.empty() : Optional.of(bytes(text));
        } catch (UrlError e) {
            return Optional.empty();
        }
    }

    /** The bytes of an address, which may have a zone. */
    static byte[] bytes(String text) {
        IpAddress address = new IpAddress(text);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '.' -> {
                    byte[] bytes = new byte[4];
                    address.dotted(text, bytes, 0);
                    return bytes;
                }
                case ':' -> {
                    return address.ipv6();
                }
                case '%' -> throw address.error("missing IPv6 address");
                default -> {
                    // Look on.
                }
            }
        }
        throw address.error("unable to parse IP");
    }

    private UrlError error(String message) {
        return new UrlError("ParseAddr(" + Quoting.quote(text) + "): " + message);
    }

    private UrlError error(String message, String at) {
        return new UrlError("ParseAddr(" + Quoting.quote(text) + "): " + message + " (at " + Quoting.quote(at) + ")");
    }

    private void dotted(String s, byte[] out, int start) {
        int field = 0;
        int value = 0;
        int digits = 0;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= '0' && c <= '9') {
                if (digits == 1 && value == 0) {
                    throw error("IPv4 field has octet with leading zero");
                }
                value = value * 10 + (c - '0');
                digits++;
                if (value > 255) {
                    throw error("IPv4 field has value >255");
                }
            } else if (c == '.') {
                if (digits == 0 || i == s.length() - 1) {
                    throw error("IPv4 field must have at least one digit", s.substring(i));
                }
                if (field == 3) {
                    throw error("IPv4 address too long");
                }
                out[start + field++] = (byte) value;
                value = 0;
                digits = 0;
            } else {
                throw error("unexpected character", s.substring(i));
            }
        }
        if (field < 3) {
            throw error("IPv4 address too short");
        }
        out[start + 3] = (byte) value;
    }

    private byte[] ipv6() {
        String s = text;
        int percent = s.indexOf('%');
        if (percent >= 0) {
            if (percent == s.length() - 1) {
                throw error("zone must be a non-empty string");
            }
            s = s.substring(0, percent);
        }
        byte[] ip = new byte[IPV6_BYTES];
        int ellipsis = -1;
        if (s.startsWith("::")) {
            ellipsis = 0;
            s = s.substring(2);
            if (s.isEmpty()) {
                return ip;
            }
        }
        int filled = 0;
        while (filled < IPV6_BYTES) {
            int digits = 0;
            int value = 0;
            while (digits < s.length() && Character.digit(s.charAt(digits), 16) >= 0 && s.charAt(digits) < 0x80) {
                if (digits > 3) {
                    throw error("each group must have 4 or less digits", s);
                }
                value = value << 4 | Character.digit(s.charAt(digits), 16);
                digits++;
            }
            if (digits == 0) {
                throw error("each colon-separated field must have at least one digit", s);
            }
            if (s.startsWith(".", digits)) {
                embedded(s, ip, filled, ellipsis);
                filled += 4;
                s = "";
                break;
            }
            ip[filled] = (byte) (value >> 8);
            ip[filled + 1] = (byte) value;
            filled += 2;
            s = s.substring(digits);
            if (s.isEmpty()) {
                break;
            }
            if (s.charAt(0) != ':') {
                throw error("unexpected character, want colon", s);
            }
            if (s.length() == 1) {
                throw error("colon must be followed by more characters", s);
            }
            s = s.substring(1);
            if (s.charAt(0) == ':') {
                if (ellipsis >= 0) {
                    throw error("multiple :: in address", s);
                }
                ellipsis = filled;
                s = s.substring(1);
                if (s.isEmpty()) {
                    break;
                }
            }
        }
        if (!s.isEmpty()) {
            throw error("trailing garbage after address", s);
        }
        return expanded(ip, filled, ellipsis);
    }

    private void embedded(String s, byte[] ip, int filled, int ellipsis) {
        if (ellipsis < 0 && filled != 12) {
            throw error("embedded IPv4 address must replace the final 2 fields of the address", s);
        }
        if (filled + 4 > IPV6_BYTES) {
            throw error("too many hex fields to fit an embedded IPv4 at the end of the address", s);
        }
        dotted(s, ip, filled);
    }

    /** Puts the zeros that two colons stand for. */
    private byte[] expanded(byte[] ip, int filled, int ellipsis) {
        if (filled == IPV6_BYTES) {
            if (ellipsis >= 0) {
                throw error("the :: must expand to at least one field of zeros");
            }
            return ip;
        }
        if (ellipsis < 0) {
            throw error("address string too short");
        }
        byte[] out = new byte[IPV6_BYTES];
        System.arraycopy(ip, 0, out, 0, ellipsis);
        byte[] tail = Arrays.copyOfRange(ip, ellipsis, filled);
        System.arraycopy(tail, 0, out, IPV6_BYTES - tail.length, tail.length);
        return out;
    }
}
