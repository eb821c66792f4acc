package dev.sealedsecrets.controller.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * One log event as one line: time, level, msg, then the key/value pairs of the event (compatibility contract, section
 * 11), then the trace of a bug.
 */
enum LineFormat {
    /** {@code time=2026-01-01T00:00:00.000Z level=INFO msg=Updating key=ns/name}; quoted as Go does where needed. */
    TEXT("", " ", "") {
        @Override
        void append(StringBuilder line, String key, @Nullable Object value) {
            line.append(GoQuoting.quoteWhereNeeded(key))
                    .append('=')
                    .append(value == null ? "<nil>" : GoQuoting.quoteWhereNeeded(value.toString()));
        }
    },
    /** <code>{"time":"…","level":"INFO","msg":"Updating","key":"ns/name"}</code>; whole numbers and booleans as such. */
    JSON("{", ",", "}") {
        @Override
        void append(StringBuilder line, String key, @Nullable Object value) {
            boolean literal =
                    value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long;
            line.append(JsonQuoting.quote(key))
                    .append(':')
                    .append(literal ? String.valueOf(value) : JsonQuoting.quote(String.valueOf(value)));
        }
    };

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String start;
    private final String separator;
    private final String end;

    LineFormat(String start, String separator, String end) {
        this.start = start;
        this.separator = separator;
        this.end = end;
    }

    abstract void append(StringBuilder line, String key, @Nullable Object value);

    /** The line with its end. */
    String format(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(start);
        append(line, "time", TIME.format(event.getInstant()));
        appendNext(line, "level", event.getLevel().toString());
        appendNext(line, "msg", event.getFormattedMessage());
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> appendNext(line, pair.key, pair.value));
        }
        if (event.getThrowableProxy() != null) {
            appendNext(line, "exception", ThrowableTrace.of(event.getThrowableProxy()));
        }
        return line.append(end).append('\n').toString();
    }

    private void appendNext(StringBuilder line, String key, @Nullable Object value) {
        line.append(separator);
        append(line, key, value);
    }
}
