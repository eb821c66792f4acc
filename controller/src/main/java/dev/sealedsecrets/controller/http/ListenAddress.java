package dev.sealedsecrets.controller.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param text as written, {@code host:port}, {@code :port} or {@code [ipv6]:port}
 * @param host empty: all interfaces
 * @param port 0: any free port
 */
public record ListenAddress(String text, String host, int port) {
    private static final int GREATEST_PORT = 65535;
    private static final Pattern FORM =
            Pattern.compile("(?:\\[(?<ipv6>[0-9A-Fa-f:.%]+)]|(?<host>[^:\\[\\]\\s]*)):(?<port>[0-9]{1,5})");

    /** The address, or nothing when the text has another form or the port is out of range. */
    public static Optional<ListenAddress> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group("port"));
        String ipv6 = matcher.group("ipv6");
        String host = ipv6 != null ? ipv6 : matcher.group("host");
        return port > GREATEST_PORT ? Optional.empty() : Optional.of(new ListenAddress(text, host, port));
    }
}
