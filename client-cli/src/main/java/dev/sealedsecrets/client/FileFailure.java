package dev.sealedsecrets.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Failures of files in words: the JDK's messages often hold nothing but the file name. */
final class FileFailure {

    private FileFailure() {}

    /**
     * @param action what failed, such as {@code cannot read}
     * @param name the file as the user calls it
     */
    static ClientException of(String action, String name, IOException cause) {
        return new ClientException(action + " " + name + ": " + reason(cause));
    }

    static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "no such file or directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        @Nullable String message = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return message == null ? "input/output error" : message.replace('\n', ' ');
    }
}
