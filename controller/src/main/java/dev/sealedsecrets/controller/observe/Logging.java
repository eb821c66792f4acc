package dev.sealedsecrets.controller.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintStream;
import org.slf4j.LoggerFactory;

/**
 * Directs what the controller logs to its streams, by code alone: no file of the log library is read.
 *
 * <p>Guarantees: only loggers of this project write. Libraries stay silent at all levels, because what they log may
 * quote requests and answers; what an operator must know of them the controller says itself.
 */
public final class Logging {
    private static final String PROJECT = "dev.sealedsecrets";

    private Logging() {}

    /** Replaces what was in force before, for the whole process. */
    public static void configure(LogSettings settings, PrintStream out, PrintStream err) {
        configure((LoggerContext) LoggerFactory.getILoggerFactory(), settings, out, err);
    }

    static void configure(LoggerContext context, LogSettings settings, PrintStream out, PrintStream err) {
        context.reset();
        StreamAppender appender =
                new StreamAppender(settings.format().lines(), settings.infoToStdout() ? out : err, err);
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        Logger project = context.getLogger(PROJECT);
        project.setLevel(settings.threshold().level());
        project.addAppender(appender);
    }
}
