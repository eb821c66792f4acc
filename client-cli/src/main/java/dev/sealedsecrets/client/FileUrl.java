package dev.sealedsecrets.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of local files: {@code file:///path}, {@code file://localhost/path}, and with a Windows drive in either place. */
final class FileUrl {

    private FileUrl() {}

    /** The file that the address names; percent escapes are decoded. */
    static Path path(String url) throws ClientException {
        try {
            URI uri = new URI(url);
            @Nullable String path = uri.getPath();
            @Nullable String host = uri.getAuthority();
            if (path == null || path.isEmpty()) {
                throw new ClientException("cannot fetch \"" + url + "\": no absolute path");
            }
            if (host != null && isDrive(host)) {
                return Path.of(host + path);
            }
            if (host != null && !host.toLowerCase(Locale.ROOT).equals("localhost")) {
                throw new ClientException("cannot fetch \"" + url + "\": not a local file");
            }
            boolean drive = path.length() > 3 && isDrive(path.substring(1, 3));
            return Path.of(drive ? path.substring(1) : path);
        } catch (URISyntaxException | InvalidPathException e) {
            throw new ClientException("cannot fetch \"" + url + "\": not a valid address");
        }
    }

    private static boolean isDrive(String text) {
        return text.length() == 2 && text.charAt(1) == ':' && Character.isLetter(text.charAt(0));
    }
}
