package dev.sealedsecrets.template.url;

import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.url.UrlEscaping.Part;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A URL in its parts, decoded as Go's net/url keeps them.
 *
 * @param userinfo encoded, with the password if there is one; null if there is none
 */
record Url(
        String scheme,
        String opaque,
        @Nullable String userinfo,
        String host,
        String path,
        String query,
        String fragment) {

    /** Splits a URL; the error is Go's, with the URL in it. */
    static Url parse(String raw) {
        int hash = raw.indexOf('#');
        String withoutFragment = hash < 0 ? raw : raw.substring(0, hash);
        try {
            Url url = parseWithoutFragment(withoutFragment);
            return hash < 0 ? url : url.withFragment(raw, raw.substring(hash + 1));
        } catch (UrlError e) {
            throw failed(withoutFragment, e);
        }
    }

    private static ParseError failed(String url, UrlError cause) {
        return new ParseError("parse " + Quoting.quote(url) + ": " + cause.getMessage());
    }

    /** The complaint about a whole URL. */
    static final class ParseError extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ParseError(String message) {
            super(message, null, false, false);
        }
    }

    private Url withFragment(String raw, String encoded) {
        try {
            String decoded = UrlEscaping.unescape(encoded, Part.FRAGMENT);
            return new Url(scheme, opaque, userinfo, host, path, query, decoded);
        } catch (UrlError e) {
            throw failed(raw, e);
        }
    }

    private static Url parseWithoutFragment(String raw) {
        if (raw.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new UrlError("net/url: invalid control character in URL");
        }
        if (raw.equals("*")) {
            return new Url("", "", null, "", "*", "", "");
        }
        String scheme = scheme(raw);
        String rest = scheme.isEmpty() ? raw : raw.substring(scheme.length() + 1);
        scheme = scheme.toLowerCase(Locale.ROOT);
        String query = "";
        int question = rest.indexOf('?');
        if (question >= 0) {
            query = rest.substring(question + 1);
            rest = rest.substring(0, question);
        }
        if (!rest.startsWith("/")) {
            if (!scheme.isEmpty()) {
                return new Url(scheme, rest, null, "", "", query, "");
            }
            int slash = rest.indexOf('/');
            if ((slash < 0 ? rest : rest.substring(0, slash)).contains(":")) {
                throw new UrlError("first path segment in URL cannot contain colon");
            }
        }
        String host = "";
        String userinfo = null;
        if ((!scheme.isEmpty() || !rest.startsWith("///")) && rest.startsWith("//")) {
            int slash = rest.indexOf('/', 2);
            String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
            rest = slash < 0 ? "" : rest.substring(slash);
            int at = authority.lastIndexOf('@');
            host = Host.parse(scheme, authority.substring(at + 1));
            userinfo = at < 0 ? null : userinfo(authority.substring(0, at));
        }
        return new Url(scheme, "", userinfo, host, UrlEscaping.unescape(rest, Part.PATH), query, "");
    }

    /** The scheme in front of a colon; empty if there is none. */
    private static String scheme(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inner = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (c == ':') {
                if (i == 0) {
                    throw new UrlError("missing protocol scheme");
                }
                return raw.substring(0, i);
            }
            if (!letter && (!inner || i == 0)) {
                return "";
            }
        }
        return "";
    }

    /** Checks user and password and brings them into encoded normal form. */
    static String userinfo(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && "-._:~!$&'()*+,;=%@".indexOf(c) < 0) {
                throw new UrlError("net/url: invalid userinfo");
            }
        }
        int colon = encoded.indexOf(':');
        if (colon < 0) {
            return normal(encoded);
        }
        return normal(encoded.substring(0, colon)) + ":" + normal(encoded.substring(colon + 1));
    }

    private static String normal(String encoded) {
        return UrlEscaping.escape(UrlEscaping.unescape(encoded, Part.USER), Part.USER);
    }

    /** The host without port and brackets. */
    String hostname() {
        String name = host;
        int colon = name.lastIndexOf(':');
        if (colon >= 0 && Host.isPort(name.substring(colon))) {
            name = name.substring(0, colon);
        }
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** The URL put together from its parts. */
    String text() {
        StringBuilder out = new StringBuilder();
        if (!scheme.isEmpty()) {
            out.append(scheme).append(':');
        }
        if (!opaque.isEmpty()) {
            out.append(opaque);
        } else {
            authority(out);
            String encoded = path.equals("*") ? "*" : UrlEscaping.escape(path, Part.PATH);
            if (!encoded.isEmpty() && encoded.charAt(0) != '/' && !host.isEmpty()) {
                out.append('/');
            }
            if (out.length() == 0) {
                int slash = encoded.indexOf('/');
                if ((slash < 0 ? encoded : encoded.substring(0, slash)).contains(":")) {
                    out.append("./");
                }
            }
            out.append(encoded);
        }
        if (!query.isEmpty()) {
            out.append('?').append(query);
        }
        if (!fragment.isEmpty()) {
            out.append('#').append(UrlEscaping.escape(fragment, Part.FRAGMENT));
        }
        return out.toString();
    }

    private void authority(StringBuilder out) {
        if (scheme.isEmpty() && host.isEmpty() && userinfo == null) {
            return;
        }
        if (!host.isEmpty() || !path.isEmpty() || userinfo != null) {
            out.append("//");
        }
        if (userinfo != null) {
            out.append(userinfo).append('@');
        }
        out.append(UrlEscaping.escape(host, Part.HOST));
    }

    @Override
    public String toString() {
        return "URL";
    }
}
