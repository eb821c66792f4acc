package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutageLogTest {
    private final LogLines log = new LogLines(OutageLogTest.class);
    private final OutageLog outage = new OutageLog(LoggerFactory.getLogger(OutageLogTest.class), "Cannot work");

    @AfterEach
    void end() {
        log.close();
    }

    @Test
    void oneLinePerChangeOfTheCauseAndOneAtTheEnd() {
        outage.failed("no answer");
        outage.failed("no answer");
        outage.failed("forbidden");
        outage.failed("no answer");
        outage.worked();
        outage.worked();

        assertThat(log.lines())
                .containsExactly(
                        "WARN Cannot work error=no answer",
                        "WARN Cannot work error=forbidden",
                        "WARN Cannot work error=no answer",
                        "INFO Cannot work: works again");
    }

    @Test
    void whatAlwaysWorkedIsNoNews() {
        outage.worked();

        assertThat(log.lines()).isEmpty();
    }
}
