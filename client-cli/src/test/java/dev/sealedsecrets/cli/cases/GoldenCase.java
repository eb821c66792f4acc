package dev.sealedsecrets.cli.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call of the program, with everything around it.
 *
 * @param why the rule it stands for, in one line
 * @param stdinIsTerminal whether somebody types standard input
 * @param variables beside those that every run has
 * @param folders and files: what the working directory holds before the run
 */
record GoldenCase(
        String name,
        String area,
        String why,
        List<String> arguments,
        Content stdin,
        boolean stdinIsTerminal,
        Map<String, String> variables,
        List<String> folders,
        Map<String, Content> files,
        Optional<ClusterSpec> cluster,
        Expectation expectation) {

    String title() {
        return area + "/" + name;
    }
}
