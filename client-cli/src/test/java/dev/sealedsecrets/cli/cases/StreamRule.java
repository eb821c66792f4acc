package dev.sealedsecrets.cli.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What must be on an output stream.
 *
 * @param exact all of it
 * @param pattern matches all of it
 * @param contains parts of it
 * @param excludes what is no part of it
 */
record StreamRule(Optional<String> exact, Optional<Pattern> pattern, List<String> contains, List<String> excludes) {

    /** What is not as it must be, given the texts that count as what was written: one of them has to do. */
    List<String> complaints(String stream, List<String> forms) {
        String text = forms.get(0);
        List<String> complaints = new ArrayList<>();
        pattern.ifPresent(wanted -> {
            if (forms.stream().noneMatch(form -> wanted.matcher(form).matches())) {
                complaints.add(stream + " does not match " + wanted + ":\n" + Differences.shorten(text));
            }
        });
        for (String part : contains) {
            if (!text.contains(part)) {
                complaints.add(stream + " lacks: " + part);
            }
        }
        for (String part : excludes) {
            if (text.contains(part)) {
                complaints.add(stream + " must not have: " + part);
            }
        }
        boolean isChecked = pattern.isPresent() || !contains.isEmpty();
        if ((exact.isPresent() || !isChecked) && !forms.contains(exact.orElse(""))) {
            complaints.add(Differences.between(stream, exact.orElse(""), text));
        }
        return complaints;
    }
}
