package dev.sealedsecrets.controller.observe;

/**
 * How the controller logs.
 *
 * @param format of the lines
 * @param threshold lines below it are not written
 * @param infoToStdout true: INFO and below to standard output, the rest to standard error; false: all to standard error
 */
public record LogSettings(Format format, LogThreshold threshold, boolean infoToStdout) {
    /** The form of a line. */
    public enum Format {
        /** {@code time=… level=… msg=… key=value}. */
        TEXT,
        /** One JSON object per line. */
        JSON;

        /** The value of {@code --log-format}: {@code json} is JSON, anything else text. */
        public static Format of(String text) {
            return text.equals("json") ? JSON : TEXT;
        }

        LineFormat lines() {
            return this == JSON ? LineFormat.JSON : LineFormat.TEXT;
        }
    }
}
