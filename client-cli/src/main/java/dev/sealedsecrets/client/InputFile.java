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
        try {
            return bytes(file);
        } catch (IOException e) {
            throw FileFailure.of("cannot read", name, e);
        }
    }

    /** Reads a stream to its end. */
    public static byte[] read(InputStream stream, String name) throws ClientException {
        try {
            return bytes(stream);
        } catch (IOException e) {
            throw FileFailure.of("cannot read", name, e);
        }
    }

    /**
     * Reads a whole file.
     *
     * @throws IOException as reading does, and when the file is larger than the limit
     */
    public static byte[] bytes(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return bytes(stream);
        }
    }

    /** Buffered, because a FileInputStream would ask for its position, which pipes do not have. */
    private static byte[] bytes(InputStream stream) throws IOException {
        byte[] content = new BufferedInputStream(stream).readNBytes(LIMIT_BYTES + 1);
        if (content.length > LIMIT_BYTES) {
            throw new IOException("larger than " + (LIMIT_BYTES >> 20) + " MiB");
        }
        return content;
    }
}
