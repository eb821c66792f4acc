package dev.sealedsecrets.template.function;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Utf8;
import java.util.ArrayList;
import java.util.List;

/** {@code strings.SplitN}. */
final class Splitting {
    /** Memory of one part beyond its bytes. */
    private static final int BYTES_PER_PART = 64;

    private Splitting() {}

    /** At most {@code limit} parts, the last of which is the rest; any number if negative. */
    static List<String> all(Budget budget, String s, String separator, long limit) {
        budget.bytes(s.length());
        List<String> parts = new ArrayList<>();
        if (limit == 0) {
            return parts;
        }
        if (separator.isEmpty()) {
            characters(budget, s, limit, parts);
            return parts;
        }
        int start = 0;
        for (int at = s.indexOf(separator); at >= 0 && parts.size() != limit - 1; at = s.indexOf(separator, start)) {
            add(budget, parts, s.substring(start, at));
            start = at + separator.length();
        }
        add(budget, parts, s.substring(start));
        return parts;
    }

    private static void characters(Budget budget, String s, long limit, List<String> parts) {
        for (int i = 0; i < s.length(); ) {
            int end = parts.size() == limit - 1 ? s.length() : i + Utf8.width(Utf8.decode(s, i));
            add(budget, parts, s.substring(i, end));
            i = end;
        }
    }

    private static void add(Budget budget, List<String> parts, String part) {
        budget.elements(1, BYTES_PER_PART);
        parts.add(part);
    }
}
