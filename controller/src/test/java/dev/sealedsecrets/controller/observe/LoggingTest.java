package dev.sealedsecrets.controller.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class LoggingTest {
    private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z";

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aTextLineHasTimeLevelMessageAndPairsInThisOrder() {
        Logger logger = logger("text", "INFO", true);
        logger.atInfo().addKeyValue("version", "1.2.3").log("Starting sealed-secrets controller");
        logger.atInfo().addKeyValue("key", "ns/name").log("Updating");
        assertThat(text(out).replaceAll(TIME, "TIME")).isEqualTo("""
                time=TIME level=INFO msg="Starting sealed-secrets controller" version=1.2.3
                time=TIME level=INFO msg=Updating key=ns/name
                """);
    }

    @Test
    void valuesCannotForgeLinesOrPairs() {
        logger("text", "INFO", true)
                .atWarn()
                .addKeyValue("error", "a \"b\"\nlevel=INFO")
                .addKeyValue("empty", "")
                .addKeyValue("none", (Object) null)
                .log("größer {} x=1", 5);
        assertThat(text(err).replaceAll(TIME, "TIME")).isEqualTo("""
                time=TIME level=WARN msg="größer 5 x=1" error="a \\"b\\"\\nlevel=INFO" empty="" none=<nil>
                """);
    }

    @Test
    void aJsonLineHasTheSameFieldsAsAnObject() {
        logger("json", "INFO", true)
                .atError()
                .addKeyValue("key", "ns/name")
                .addKeyValue("error", "a \"b\"\n\u0001\u2028")
                .addKeyValue("attempts", 3)
                .addKeyValue("parked", true)
                .addKeyValue("none", (Object) null)
                .log("Error updating, giving up");
        assertThat(text(err).replaceAll(TIME, "TIME")).isEqualTo("""
                {"time":"TIME","level":"ERROR","msg":"Error updating, giving up","key":"ns/name",\
                "error":"a \\"b\\"\\n\\u0001\\u2028","attempts":3,"parked":true,"none":null}
                """);
    }

    @Test
    void informationGoesToStdoutAndWarningsToStderr() {
        Logger logger = logger("text", "DEBUG", true);
        logger.debug("d");
        logger.info("i");
        logger.warn("w");
        logger.error("e");
        assertThat(text(out)).contains("level=DEBUG msg=d", "level=INFO msg=i").doesNotContain("WARN", "ERROR");
        assertThat(text(err)).contains("level=WARN msg=w", "level=ERROR msg=e").doesNotContain("INFO", "DEBUG");
    }

    @Test
    void everythingGoesToStderrOnRequest() {
        logger("text", "INFO", false).info("i");
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("msg=i");
    }

    @Test
    void linesBelowTheThresholdAreNotWritten() {
        Logger logger = logger("text", "ERROR", true);
        logger.info("i");
        logger.warn("w");
        logger.error("e");
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).contains("msg=e").doesNotContain("msg=w");
    }

    @Test
    void librariesStaySilent() {
        logger("text", "DEBUG", true);
        context.getLogger("io.fabric8.kubernetes.client").error("token abc");
        context.getLogger("org.eclipse.jetty").warn("body");
        assertThat(text(out) + text(err)).isEmpty();
    }

    @Test
    void aThrowableShowsWhereItCameFromAndNotWhatItSays() {
        Exception bug = new IllegalStateException("hunter2", new IllegalArgumentException("hunter3"));
        logger("text", "INFO", true).atError().setCause(bug).log("stopped by a bug");
        assertThat(text(err))
                .contains(
                        "exception=\"java.lang.IllegalStateException at " + LoggingTest.class.getName(),
                        " caused by java.lang.IllegalArgumentException at ")
                .doesNotContain("hunter")
                .hasLineCount(1);
    }

    @Test
    void nothingIsWrittenBeforeTheFlagsAreKnown() {
        LoggerContext fresh = new LoggerContext();
        new SilentStart().configure(fresh);
        assertThat(fresh.getLogger("dev.sealedsecrets.any").isErrorEnabled()).isFalse();
    }

    private Logger logger(String format, String level, boolean infoToStdout) {
        LogSettings settings = new LogSettings(LogSettings.Format.of(format), LogThreshold.of(level), infoToStdout);
        Logging.configure(context, settings, stream(out), stream(err));
        return context.getLogger("dev.sealedsecrets.controller.Any");
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.US_ASCII);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
