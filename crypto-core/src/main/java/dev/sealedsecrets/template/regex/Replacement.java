package dev.sealedsecrets.template.regex;

import com.google.re2j.Matcher;
import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.text.Unicode;
import dev.sealedsecrets.template.text.Utf8;
import java.util.ArrayList;
import java.util.List;

/** What stands in for a match: parts of text and references to groups, taken apart once. */
final class Replacement {
    private static final int MAX_GROUP_NUMBER = 100_000_000;

    /**
     * A piece of the replacement.
     *
     * @param text literal text, if there are no groups
     * @param groups numbers of groups, the first of which that took part in the match is meant
     */
    private record Part(String text, List<Integer> groups) {}

    private final List<Part> parts = new ArrayList<>();

    private Replacement() {}

    static Replacement literal(String text) {
        Replacement replacement = new Replacement();
        replacement.add(text);
        return replacement;
    }

    /** Reads a replacement with {@code $}; a dollar that begins no reference stands for itself. */
    static Replacement template(String template, List<String> names) {
        Replacement replacement = new Replacement();
        int start = 0;
        while (true) {
            int dollar = template.indexOf('$', start);
            if (dollar < 0) {
                replacement.add(template.substring(start));
                return replacement;
            }
            replacement.add(template.substring(start, dollar));
            start = replacement.reference(template, dollar + 1, names);
        }
    }

    private void add(String text) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, List.of()));
        }
    }

    /** Reads what follows a dollar; returns where to go on. */
    private int reference(String template, int at, List<String> names) {
        if (template.startsWith("$", at)) {
            add("$");
            return at + 1;
        }
        boolean brace = template.startsWith("{", at);
        int start = brace ? at + 1 : at;
        int end = start;
        while (end < template.length()) {
            int decoded = Utf8.decode(template, end);
            int r = Utf8.rune(decoded);
            if (r != '_' && !Unicode.isLetter(r) && !Unicode.isDigit(r)) {
                break;
            }
            end += Utf8.width(decoded);
        }
        if (end == start || (brace && !template.startsWith("}", end))) {
            add("$");
            return at;
        }
        parts.add(new Part("", groups(template.substring(start, end), names)));
        return brace ? end + 1 : end;
    }

    private static List<Integer> groups(String name, List<String> names) {
        boolean number =
                name.chars().allMatch(c -> c >= '0' && c <= '9') && !(name.length() > 1 && name.charAt(0) == '0');
        if (number) {
            long value = name.length() > 9 ? MAX_GROUP_NUMBER : Long.parseLong(name);
            return value < names.size() ? List.of((int) value) : List.of();
        }
        List<Integer> groups = new ArrayList<>();
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i).equals(name)) {
                groups.add(i);
            }
        }
        return groups;
    }

    void write(BoundedText out, Subject subject, Matcher matcher) {
        for (Part part : parts) {
            out.append(part.text());
            for (int group : part.groups()) {
                if (matcher.start(group) >= 0) {
                    out.append(subject.between(matcher.start(group), matcher.end(group)));
                    break;
                }
            }
        }
    }
}
