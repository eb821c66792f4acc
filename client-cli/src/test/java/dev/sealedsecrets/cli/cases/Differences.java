package dev.sealedsecrets.cli.cases;

import java.util.List;

/** Texts for people who look for the reason of a failure. */
final class Differences {

    private static final int LINE = 300;
    private static final int LINES = 40;

    private Differences() {}

    static String between(String what, String expected, String actual) {
        List<String> wanted = expected.lines().toList();
        List<String> seen = actual.lines().toList();
        int same = 0;
        while (same < wanted.size() && same < seen.size() && wanted.get(same).equals(seen.get(same))) {
            same++;
        }
        boolean onlyTheEnd = same == wanted.size() && same == seen.size();
        return "%s differs%s\n--- expected\n%s\n--- actual\n%s"
                .formatted(
                        what,
                        onlyTheEnd ? " in line ends" : " from line " + (same + 1),
                        shorten(expected),
                        shorten(actual));
    }

    static String shorten(String text) {
        List<String> lines = text.lines()
                .limit(LINES)
                .map(line -> line.length() <= LINE ? line : line.substring(0, LINE) + "…")
                .toList();
        return String.join("\n", lines);
    }
}
