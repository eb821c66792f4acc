package dev.sealedsecrets.template.url;

import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.url.UrlEscaping.Part;

/** The host of a URL, a name or an address in brackets, with an optional port. */
final class Host {
    private Host() {}

    /** Checks and decodes a host. */
    static String parse(String scheme, String host) {
        int bracket = host.lastIndexOf('[');
        if (bracket > 0) {
            throw new UrlError("invalid IP-literal");
        }
        if (bracket == 0) {
            return address(host);
        }
        int colon = host.indexOf(':');
        if (colon >= 0) {
            // Lists of hosts with ports are common with databases; the web has one host.
            boolean strict = scheme.equals("http") || scheme.equals("https");
            checkPort(host.substring(strict ? colon : host.lastIndexOf(':')));
        }
        return UrlEscaping.unescape(host, Part.HOST);
    }

    private static String address(String host) {
        int close = host.lastIndexOf(']');
        if (close < 0) {
            throw new UrlError("missing ']' in host");
        }
        String port = host.substring(close + 1);
        checkPort(port);
        String name = host.substring(1, close);
        int zone = name.indexOf("%25");
        String decoded = zone < 0
                ? UrlEscaping.unescape(name, Part.HOST)
                : UrlEscaping.unescape(name.substring(0, zone), Part.HOST)
                        + UrlEscaping.unescape(name.substring(zone), Part.ZONE);
        try {
            if (IpAddress.bytes(decoded).length == 4) {
                throw new UrlError("invalid IP-literal");
            }
        } catch (UrlError e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith("ParseAddr") ? new UrlError("invalid host: " + message) : e;
        }
        return "[" + decoded + "]" + port;
    }

    private static void checkPort(String port) {
        if (!isPort(port)) {
            throw new UrlError("invalid port " + Quoting.quote(port) + " after host");
        }
    }

    /** Whether a text is empty, or a colon and digits. */
    static boolean isPort(String s) {
        return s.isEmpty() || (s.charAt(0) == ':' && s.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
    }
}
