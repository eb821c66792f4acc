package dev.sealedsecrets.client.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy between the client and a server.
 *
 * @param kind the protocol spoken with the proxy
 * @param host name or address
 * @param userInfo {@code user:password} as written in the address, percent escapes decoded; empty for none. Never part of {@link #toString}
 */
public record HttpProxy(Kind kind, String host, int port, Optional<String> userInfo) {

    /** Protocols of proxies. */
    public enum Kind {
        /** HTTP, with CONNECT for TLS connections. */
        HTTP,
        /** SOCKS 5; host names are resolved by the proxy. */
        SOCKS5
    }

    /**
     * Reads an address such as {@code http://user:password@host:3128} or {@code socks5://host}; without scheme it is HTTP.
     *
     * @throws URISyntaxException when it is no address, or one of another kind; the input part holds no password
     */
    public static HttpProxy parse(String text) throws URISyntaxException {
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException e) {
            throw new URISyntaxException(withoutUserInfo(text), "invalid proxy address");
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null) {
            throw new URISyntaxException(withoutUserInfo(text), "invalid proxy address");
        }
        Optional<String> userInfo = Optional.ofNullable(uri.getUserInfo());
        return switch (scheme) {
            case "http" -> new HttpProxy(Kind.HTTP, host, port(uri, 80), userInfo);
            case "socks5", "socks5h" -> new HttpProxy(Kind.SOCKS5, host, port(uri, 1080), userInfo);
            default ->
                throw new URISyntaxException(
                        withoutUserInfo(text), "unsupported kind of proxy: " + scheme + " (known: http, socks5)");
        };
    }

    /** The address without user and password. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port;
    }

    private static int port(URI uri, int usual) {
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    private static String withoutUserInfo(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }
}
