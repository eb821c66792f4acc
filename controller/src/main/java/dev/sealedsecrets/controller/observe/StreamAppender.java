package dev.sealedsecrets.controller.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Writes lines in UTF-8, whole and at once: INFO and below to one stream, WARN and above to another. */
final class StreamAppender extends AppenderBase<ILoggingEvent> {
    private final LineFormat format;
    private final PrintStream information;
    private final PrintStream warnings;

    StreamAppender(LineFormat format, PrintStream information, PrintStream warnings) {
        this.format = format;
        this.information = information;
        this.warnings = warnings;
    }

    @Override
    protected void append(ILoggingEvent event) {
        PrintStream stream = event.getLevel().isGreaterOrEqual(Level.WARN) ? warnings : information;
        byte[] line = format.format(event).getBytes(StandardCharsets.UTF_8);
        stream.write(line, 0, line.length);
        stream.flush();
    }
}
