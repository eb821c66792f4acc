package dev.sealedsecrets.client.cluster;

import java.nio.charset.StandardCharsets;

/** Names as parts of a URL path (RFC 3986): nothing in a name can end the part. */
final class PathSegment {

    private PathSegment() {}

    static String escape(String name) {
        StringBuilder escaped = new StringBuilder(name.length());
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || "-._~:".indexOf(b) >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append('%')
                        .append(Character.toUpperCase(Character.forDigit((b >> 4) & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return escaped.toString();
    }
}
