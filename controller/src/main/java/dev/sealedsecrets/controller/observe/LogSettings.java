package dev.sealedsecrets.controller.observe;

/**
 * How the controller logs.
 *
 * @param format {@code --log-format}
 * @param threshold {@code --log-level} as a number: DEBUG -4, INFO 0, WARN 4, ERROR 8, plus what was added; lines below
 *     it are not written
 * @param infoToStdout {@code --log-info-stdout}: true: INFO and below to standard output, the rest to standard error;
 *     false: all to standard error
 */
public record LogSettings(Format format, int threshold, boolean infoToStdout) {
    /** The form of a line. */
    public enum Format {
        /** {@code time=… level=… msg=… key=value}. */
        TEXT,
        /** One JSON object per line. */
        JSON
    }
}
