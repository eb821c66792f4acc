package dev.sealedsecrets.client;

import dev.sealedsecrets.client.http.Downloads;
import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.client.http.HttpFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * A certificate behind a {@code file}, {@code http} or {@code https} address: one GET without credentials.
 *
 * @param variables environment variables: proxies, and {@code SSL_CERT_FILE} with further authorities
 * @param timeout for a whole download, redirects included; not zero
 */
public record CertificateUrl(String url, Map<String, String> variables, Duration timeout) implements CertificateSource {

    /** Copies the variables. */
    public CertificateUrl {
        variables = Map.copyOf(variables);
    }

    /** Whether the text is an address rather than a file name: one letter before a colon is a Windows drive. */
    public static boolean isUrl(String text) {
        int colon = text.indexOf(':');
        if (colon < 2 || !isLetter(text.charAt(0))) {
            return false;
        }
        return text.substring(0, colon)
                .chars()
                .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
    }

    @Override
    public CertificateText fetch() throws ClientException {
        String scheme = url.substring(0, url.indexOf(':'));
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "file" -> readFile();
            case "http", "https" -> download();
            default ->
                throw new ClientException(
                        "cannot fetch \"" + url + "\": unsupported protocol scheme \"" + scheme + "\"");
        };
    }

    private CertificateText readFile() throws ClientException {
        Path file = FileUrl.path(url);
        try {
            return new CertificateText(InputFile.bytes(file));
        } catch (NoSuchFileException e) {
            throw new ClientException("cannot fetch \"" + url + "\": 404 Not Found");
        } catch (IOException e) {
            throw FileFailure.of("cannot fetch", "\"" + url + "\"", e);
        }
    }

    private CertificateText download() throws ClientException {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new ClientException("cannot fetch \"" + url + "\": not a valid address");
        }
        try {
            HttpAnswer answer = new Downloads(variables).get(address, timeout);
            if (answer.status() != 200) {
                throw new ClientException("cannot fetch \"" + url + "\": " + answer);
            }
            return new CertificateText(answer.body());
        } catch (HttpFailure e) {
            throw new ClientException("cannot fetch certificate: " + e.getMessage());
        }
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
