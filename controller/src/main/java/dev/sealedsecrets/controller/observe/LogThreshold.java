package dev.sealedsecrets.controller.observe;

import ch.qos.logback.classic.Level;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least level that is written, on the scale of Go's {@code log/slog}: DEBUG -4, INFO 0, WARN 4, ERROR 8.
 *
 * @param value a number on that scale; those between two levels let the higher one pass
 */
public record LogThreshold(int value) {
    private static final Pattern FORM = Pattern.compile("(?<name>DEBUG|INFO|WARN|ERROR)(?<offset>[+-][0-9]{1,6})?");
    private static final int DEBUG = -4;
    private static final int INFO = 0;
    private static final int WARN = 4;
    private static final int ERROR = 8;

    /** The value of {@code --log-level}: a name in any case and a number to add, such as {@code warn+1}; anything else is INFO. */
    public static LogThreshold of(String text) {
        Matcher matcher = FORM.matcher(text.toUpperCase(Locale.ROOT));
        if (!matcher.matches()) {
            return new LogThreshold(INFO);
        }
        int base = switch (matcher.group("name")) {
            case "DEBUG" -> DEBUG;
            case "WARN" -> WARN;
            case "ERROR" -> ERROR;
            default -> INFO;
        };
        String offset = matcher.group("offset");
        return new LogThreshold(offset == null ? base : base + Integer.parseInt(offset));
    }

    Level level() {
        if (value <= DEBUG) {
            return Level.DEBUG;
        } else if (value <= INFO) {
            return Level.INFO;
        } else if (value <= WARN) {
            return Level.WARN;
        }
        return value <= ERROR ? Level.ERROR : Level.OFF;
    }
}
