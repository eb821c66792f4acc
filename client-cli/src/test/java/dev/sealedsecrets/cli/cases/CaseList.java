package dev.sealedsecrets.cli.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file that names some of the cases: NAME: REASON in each line, comments start with #.
 *
 * @param reasons by name of the case
 */
record CaseList(Map<String, String> reasons) {

    /**
     * Reads a list.
     *
     * @param known names of all cases; another name in the list is an error
     */
    static CaseList read(String file, Set<String> known) {
        try {
            return of(Files.readAllLines(Fixtures.resource(file)), known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CaseList of(List<String> lines, Set<String> known) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(": ", 2);
            if (parts.length != 2 || !known.contains(parts[0]) || reasons.put(parts[0], parts[1]) != null) {
                throw new CaseException("neither NAME: REASON of a case nor a comment, or twice: " + line);
            }
        }
        return new CaseList(reasons);
    }

    boolean has(GoldenCase golden) {
        return reasons.containsKey(golden.name());
    }
}
