package dev.sealedsecrets.cli.cases;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** The program that the cases are about, in one of its forms. */
@FunctionalInterface
interface Program {

    /** The longest that a case may take, in seconds. */
    int SECONDS = 15;

    /**
     * Runs it to its end.
     *
     * @throws TimeoutException after {@link #SECONDS}
     */
    Ending run(Invocation invocation) throws IOException, InterruptedException, TimeoutException;
}
