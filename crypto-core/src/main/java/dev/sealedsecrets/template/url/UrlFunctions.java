package dev.sealedsecrets.template.url;

import static dev.sealedsecrets.template.value.GoType.DICT;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Nil;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import org.jspecify.annotations.Nullable;

/** sprig's functions for URLs, which go between a text and a dict of its parts. */
public final class UrlFunctions {
    private UrlFunctions() {}

    /** The function of a name, or null. */
    public static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "urlParse" -> GoFunction.of(UrlFunctions::parse, STRING);
            case "urlJoin" -> GoFunction.of(UrlFunctions::join, DICT);
            default -> null;
        };
    }

    private static Value parse(Arguments a) {
        a.budget().text(8L * a.text(0).length());
        Url url;
        try {
            url = Url.parse(a.text(0));
        } catch (Url.ParseError e) {
            throw new GoError("unable to parse url: " + e.getMessage());
        }
        MapValue parts = MapValue.dict();
        put(parts, "scheme", url.scheme());
        put(parts, "host", url.host());
        put(parts, "hostname", url.hostname());
        put(parts, "path", url.path());
        put(parts, "query", url.query());
        put(parts, "opaque", url.opaque());
        put(parts, "fragment", url.fragment());
        String userinfo = url.userinfo();
        put(parts, "userinfo", userinfo == null ? "" : userinfo);
        return parts;
    }

    private static void put(MapValue parts, String name, String value) {
        parts.put(name, TextValue.of(value));
    }

    private static Value join(Arguments a) {
        MapValue parts = a.map(0);
        String scheme = part(parts, "scheme");
        String host = part(parts, "host");
        String path = part(parts, "path");
        String query = part(parts, "query");
        String opaque = part(parts, "opaque");
        String fragment = part(parts, "fragment");
        String userinfo = part(parts, "userinfo");
        a.budget().text(3L * (host.length() + path.length() + query.length() + fragment.length() + userinfo.length()));
        String user = userinfo.isEmpty() ? null : userOf(userinfo);
        return TextValue.of(new Url(scheme, opaque, user, host, path, query, fragment).text());
    }

    /** sprig reads the user through a URL that contains it. */
    private static @Nullable String userOf(String userinfo) {
        try {
            return Url.parse("proto://" + userinfo + "@host").userinfo();
        } catch (Url.ParseError e) {
            throw new GoError("unable to parse userinfo in dict: " + e.getMessage());
        }
    }

    private static String part(MapValue parts, String name) {
        Value value = parts.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof Nil) {
            throw new GoError("runtime error: invalid memory address or nil pointer dereference");
        }
        if (value instanceof TextValue text) {
            return text.text();
        }
        throw new GoError("unable to parse " + name + " key, must be of type string, but "
                + value.kind().text() + " found");
    }
}
