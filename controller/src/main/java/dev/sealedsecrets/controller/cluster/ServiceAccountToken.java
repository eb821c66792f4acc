package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The token of the service account. The kubelet replaces the file long before the token in it ends, so it is read again
 * each minute. Thread-safe.
 */
final class ServiceAccountToken implements OAuthTokenProvider {
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private final Path file;
    private final InstantSource clock;
    private String token = "";
    private Instant readAt = Instant.MIN;

    ServiceAccountToken(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Reads the file. */
    synchronized void read() throws IOException {
        token = Files.readString(file).strip();
        readAt = clock.instant();
    }

    /** The token; the last one while the file cannot be read. */
    @Override
    public synchronized String getToken() {
        if (clock.instant().isBefore(readAt) || !clock.instant().isBefore(readAt.plus(TRUSTED_FOR))) {
            try {
                read();
            } catch (IOException e) {
                if (token.isEmpty()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return token;
    }

    /** Shows the file only. */
    @Override
    public String toString() {
        return "token in " + file;
    }
}
