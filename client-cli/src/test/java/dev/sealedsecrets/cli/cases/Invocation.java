package dev.sealedsecrets.cli.cases;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** One call of the program. */
record Invocation(
        List<String> arguments,
        InputStream stdin,
        boolean stdinIsTerminal,
        Map<String, String> variables,
        Workplace workplace) {}
