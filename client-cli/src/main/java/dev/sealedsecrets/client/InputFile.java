package dev.sealedsecrets.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files and streams that are expected to be small, up to a limit. */
public final class InputFile {

    /** The most that is read from one source: far above any Secret, far below what would exhaust memory. */
    public static final int LIMIT_BYTES = 64 << 20;

    private InputFile() {}

    /**
     * Reads a whole file.
     *
     * @param name the file as the user calls it, for messages
     */
    public static byte[] read(Path file, String name) throws ClientException {
        if (Files.isDirectory(file)) {
            throw new ClientException("cannot read " + name + ": is a directory");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, name);
        } catch (IOException e) {
            throw FileFailure.of("cannot read", name, e);
        }
    }

    /** Reads a stream to its end. */
    public static byte[] read(InputStream stream, String name) throws ClientException {
        try {
            // Buffered, because a FileInputStream asks for its position here, which pipes do not have.
            byte[] content = new BufferedInputStream(stream).readNBytes(LIMIT_BYTES + 1);
            if (content.length > LIMIT_BYTES) {
                throw new ClientException("cannot read " + name + ": larger than " + (LIMIT_BYTES >> 20) + " MiB");
            }
            return content;
        } catch (IOException e) {
            throw FileFailure.of("cannot read", name, e);
        }
    }
}
