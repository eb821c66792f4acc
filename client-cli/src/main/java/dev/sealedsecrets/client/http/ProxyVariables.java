package dev.sealedsecrets.client.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY} (or their lower-case forms) ask for.
 *
 * <p>{@code NO_PROXY} is a comma-separated list of host names (subdomains included), names with a leading dot (subdomains
 * only), IP addresses, CIDR blocks, each optionally with a port, or {@code *}. Loopback hosts never go through a proxy.
 */
public final class ProxyVariables {

    private final Map<String, String> variables;

    /** Rules of these environment variables. */
    public ProxyVariables(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /**
     * The proxy for a request to this address; empty for a direct connection.
     *
     * @throws URISyntaxException when the variable holds no usable address
     */
    public Optional<HttpProxy> proxyFor(URI target) throws URISyntaxException {
        String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
        String proxy = variable(scheme.equals("https") ? "HTTPS_PROXY" : "HTTP_PROXY");
        String host = unbracketed(String.valueOf(target.getHost())).toLowerCase(Locale.ROOT);
        int port = target.getPort() >= 0 ? target.getPort() : scheme.equals("https") ? 443 : 80;
        if (proxy.isEmpty() || isLoopback(host) || isExempt(host, port)) {
            return Optional.empty();
        }
        return Optional.of(HttpProxy.parse(proxy));
    }

    private String variable(String name) {
        String value = variables.getOrDefault(name, "");
        return value.isEmpty() ? variables.getOrDefault(name.toLowerCase(Locale.ROOT), "") : value;
    }

    private boolean isExempt(String host, int port) {
        for (String entry : variable("NO_PROXY").split(",", -1)) {
            String pattern = entry.strip().toLowerCase(Locale.ROOT);
            if (!pattern.isEmpty() && matches(pattern, host, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String host, int port) {
        if (pattern.equals("*")) {
            return true;
        }
        @Nullable InetAddress address = literal(host);
        if (pattern.contains("/")) {
            return address != null
                    && AddressBlock.parse(pattern)
                            .filter(block -> block.contains(address))
                            .isPresent();
        }
        String name = pattern;
        int colon = pattern.lastIndexOf(':');
        boolean bracketed = pattern.startsWith("[");
        if (bracketed ? colon > pattern.indexOf(']') : colon >= 0 && colon == pattern.indexOf(':')) {
            if (!pattern.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            name = pattern.substring(0, colon);
        }
        name = unbracketed(name);
        if (address != null) {
            return address.equals(literal(name));
        }
        if (name.startsWith("*.")) {
            name = name.substring(1);
        }
        return name.startsWith(".") ? host.endsWith(name) : host.equals(name) || host.endsWith("." + name);
    }

    private static boolean isLoopback(String host) {
        @Nullable InetAddress address = literal(host);
        return host.equals("localhost") || (address != null && address.isLoopbackAddress());
    }

    private static @Nullable InetAddress literal(String host) {
        return AddressBlock.literal(host).orElse(null);
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
