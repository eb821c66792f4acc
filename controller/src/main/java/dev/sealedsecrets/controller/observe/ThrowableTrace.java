package dev.sealedsecrets.controller.observe;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log line says of a throwable: the classes of it and its causes, and where each came from, in one line.
 *
 * <p>Guarantees: never the message of a throwable, because libraries quote in theirs what they were working on.
 */
final class ThrowableTrace {
    private static final int CAUSES = 5;
    private static final int FRAMES = 20;

    private ThrowableTrace() {}

    static String of(IThrowableProxy throwable) {
        List<String> parts = new ArrayList<>();
        IThrowableProxy current = throwable;
        for (int depth = 0; current != null && depth < CAUSES; depth++, current = current.getCause()) {
            parts.add((depth == 0 ? "" : "caused by ") + current.getClassName());
            StackTraceElementProxy[] frames = current.getStackTraceElementProxyArray();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                parts.add(frames[i].getSTEAsString());
            }
        }
        return String.join(" ", parts);
    }
}
