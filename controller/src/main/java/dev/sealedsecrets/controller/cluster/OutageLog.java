package dev.sealedsecrets.controller.cluster;

import dev.sealedsecrets.controller.observe.LogKeys;
import org.slf4j.Logger;

/**
 * Reports something that is tried again and again: one line when it starts to fail, one when it fails for another reason,
 * one when it works again. Thread-safe.
 */
public final class OutageLog {
    private final Logger logger;
    private final String what;
    private String cause = "";

    /** @param what what does not work, as the message of the line */
    public OutageLog(Logger logger, String what) {
        this.logger = logger;
        this.what = what;
    }

    /** An attempt failed. */
    public synchronized void failed(String newCause) {
        if (!cause.equals(newCause)) {
            cause = newCause;
            logger.atWarn().addKeyValue(LogKeys.ERROR, newCause).log(what);
        }
    }

    /** An attempt worked. */
    public synchronized void worked() {
        if (!cause.isEmpty()) {
            cause = "";
            logger.atInfo().log("{}: works again", what);
        }
    }
}
