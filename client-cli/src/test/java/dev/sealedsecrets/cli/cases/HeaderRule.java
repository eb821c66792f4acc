package dev.sealedsecrets.cli.cases;

import java.util.List;
import java.util.regex.Pattern;

/** What a header of a request must hold. */
sealed interface HeaderRule {

    /** Whether these values are right: those of all headers of the name, in order. */
    boolean accepts(List<String> values);

    /** These values and no others. */
    record Exactly(List<String> wanted) implements HeaderRule {
        @Override
        public boolean accepts(List<String> values) {
            return values.equals(wanted);
        }
    }

    /** One value matches as a whole. */
    record Matching(Pattern pattern, boolean mayBeAbsent) implements HeaderRule {
        @Override
        public boolean accepts(List<String> values) {
            return values.isEmpty()
                    ? mayBeAbsent
                    : values.stream().anyMatch(value -> pattern.matcher(value).matches());
        }
    }
}
