package dev.sealedsecrets.cli.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what was seen with what a case expects. */
final class Verdict {

    private static final Pattern LAST_LINE_IS_A_HINT = Pattern.compile("(.*\n)(hint: [^\n]+\n)", Pattern.DOTALL);

    private Verdict() {}

    /** Empty if all is well. */
    static List<String> complaints(Expectation expected, Observation seen) {
        List<String> complaints = new ArrayList<>();
        Ending ending = seen.ending();
        if (ending.exitStatus() != expected.exitStatus()) {
            complaints.add("exit status: expected %d, got %d".formatted(expected.exitStatus(), ending.exitStatus()));
        }
        complaints.addAll(expected.stdout().complaints("stdout", List.of(ending.stdout())));
        complaints.addAll(expected.stderr().complaints("stderr", stderrForms(expected, ending.stderr())));
        complaints.addAll(files(expected, seen));
        complaints.addAll(RequestVerdict.complaints(expected, seen.requests()));
        return complaints;
    }

    /** The text, and after a failure also the text without any number of its last hints: those are not part of the contract. */
    private static List<String> stderrForms(Expectation expected, String text) {
        List<String> forms = new ArrayList<>(List.of(text));
        Matcher end = LAST_LINE_IS_A_HINT.matcher(text);
        while (expected.exitStatus() != 0 && end.matches() && !end.group(2).contains("unable to decrypt")) {
            forms.add(end.group(1));
            end = LAST_LINE_IS_A_HINT.matcher(end.group(1));
        }
        return forms;
    }

    private static List<String> files(Expectation expected, Observation seen) {
        List<String> complaints = new ArrayList<>();
        expected.filesAfter().forEach((name, text) -> {
            String changed = seen.changed().get(name);
            if (changed == null) {
                complaints.add("file " + name + " was not written or not changed");
            } else if (!changed.equals(text)) {
                complaints.add(Differences.between("file " + name, text, changed));
            }
        });
        seen.changed().forEach((name, text) -> {
            if (!expected.filesAfter().containsKey(name)) {
                complaints.add("unexpected file or change: " + name + "\n" + Differences.shorten(text));
            }
        });
        expected.modes().forEach((name, mode) -> {
            if (!mode.equals(seen.modes().get(name))) {
                complaints.add("mode of %s: expected %s, got %s"
                        .formatted(name, mode, seen.modes().get(name)));
            }
        });
        if (!seen.removed().equals(new TreeSet<>(expected.filesRemoved()))) {
            complaints.add("files removed: expected %s, got %s".formatted(expected.filesRemoved(), seen.removed()));
        }
        seen.stray().forEach(name -> complaints.add("left behind: " + name));
        return complaints;
    }
}
