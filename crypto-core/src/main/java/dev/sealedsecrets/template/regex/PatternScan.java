package dev.sealedsecrets.template.regex;

import dev.sealedsecrets.template.text.Utf8;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A look over a pattern before the engine gets it: takes names off capture groups (Go lets groups share a name, the engine does
 * not), measures nesting, and estimates the size of the compiled program.
 */
final class PatternScan {
    private static final int MAX_REPEAT = 1000;
    private static final Pattern COUNTS = Pattern.compile("\\{([0-9]+)(,([0-9]*))?\\}");

    private final String pattern;
    private final StringBuilder plain = new StringBuilder();
    /** Names by group number; empty for groups without one. Group 0 is the whole match. */
    private final List<String> names = new ArrayList<>(List.of(""));

    private final Deque<Integer> weightsOutside = new ArrayDeque<>();
    private @Nullable RegexSyntaxError failure;
    private int deepest;
    /** Product of the counts of nested repetitions: of the last atom, and the largest in the group under way. */
    private int weight = 1;

    private int groupWeight = 1;
    private int largestRepeat = 1;
    private int unicodeClasses;
    /** The first {@code :]} at or after the last place asked for; 0 before the first question. */
    private int endOfNamedClass;

    PatternScan(String pattern) {
        this.pattern = pattern;
        try {
            scan();
        } catch (RegexSyntaxError e) {
            failure = e;
        }
    }

    /** What this look found wrong; the engine may find something wrong before it. */
    Optional<RegexSyntaxError> failure() {
        return Optional.ofNullable(failure);
    }

    /** The pattern without names. */
    String plain() {
        return plain.toString();
    }

    List<String> names() {
        return names;
    }

    int deepest() {
        return deepest;
    }

    int largestRepeat() {
        return largestRepeat;
    }

    /** Classes such as \\pL, each of which takes a few kilobytes. */
    int unicodeClasses() {
        return unicodeClasses;
    }

    private void scan() {
        refuseIllFormedText();
        int i = 0;
        while (i < pattern.length()) {
            switch (pattern.charAt(i)) {
                case '\\' -> i = escape(i);
                case '[' -> i = characterClass(i);
                case '(' -> i = open(i);
                case ')' -> {
                    weight = groupWeight;
                    groupWeight = Math.max(weight, weightsOutside.isEmpty() ? 1 : weightsOutside.pop());
                    i = copy(i, i + 1);
                }
                case '{' -> i = repeat(i);
                case '*', '+', '?' -> i = copy(i, i + 1);
                default -> {
                    weight = 1;
                    i = copy(i, i + 1);
                }
            }
        }
    }

    private void refuseIllFormedText() {
        int i = 0;
        while (i < pattern.length()) {
            int width = Utf8.width(Utf8.decode(pattern, i));
            if (width == 1 && pattern.charAt(i) >= 0x80) {
                throw new RegexSyntaxError("invalid UTF-8", pattern.substring(i));
            }
            i += width;
        }
    }

    private int copy(int from, int to) {
        int end = Math.min(to, pattern.length());
        plain.append(pattern, from, end);
        return end;
    }

    private int escape(int at) {
        weight = 1;
        char c = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 0;
        if (c == 'p' || c == 'P') {
            unicodeClasses++;
        }
        refuseEscapeBeyondAscii(at);
        if (c == 'Q') {
            int end = pattern.indexOf("\\E", at + 2);
            return copy(at, end < 0 ? pattern.length() : end + 2);
        }
        boolean braced = "pPx".indexOf(c) >= 0 && pattern.startsWith("{", at + 2);
        return copy(at, braced ? at + 3 : at + 2);
    }

    private void refuseEscapeBeyondAscii(int at) {
        if (at + 1 < pattern.length() && pattern.charAt(at + 1) >= 0x80) {
            int end = at + 1 + Utf8.width(Utf8.decode(pattern, at + 1));
            throw new RegexSyntaxError("invalid escape sequence", pattern.substring(at, end));
        }
    }

    private int characterClass(int at) {
        weight = 1;
        int i = at + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        if (i < pattern.length() && pattern.charAt(i) == ']') {
            i++;
        }
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            if (pattern.startsWith("[:", i) && endOfNamedClass(i + 2) >= 0) {
                i = endOfNamedClass(i + 2) + 2;
            } else if (pattern.charAt(i) == '\\') {
                boolean unicode = i + 1 < pattern.length() && "pP".indexOf(pattern.charAt(i + 1)) >= 0;
                unicodeClasses += unicode ? 1 : 0;
                refuseEscapeBeyondAscii(i);
                i += 2;
            } else {
                i++;
            }
        }
        return copy(at, i + 1);
    }

    /** Where the next {@code :]} stands, or -1; remembered, so that many openings without an end take linear time. */
    private int endOfNamedClass(int from) {
        if (endOfNamedClass >= 0 && endOfNamedClass < from) {
            endOfNamedClass = pattern.indexOf(":]", from);
        }
        return endOfNamedClass;
    }

    private int open(int at) {
        weightsOutside.push(groupWeight);
        groupWeight = 1;
        deepest = Math.max(deepest, weightsOutside.size());
        if (!pattern.startsWith("(?", at)) {
            names.add("");
            return copy(at, at + 1);
        }
        boolean longForm = pattern.startsWith("(?P<", at);
        int start = at + (longForm ? 4 : 3);
        boolean named = (longForm || pattern.startsWith("(?<", at)) && start < pattern.length();
        if (!named) {
            if (longForm) {
                throw new RegexSyntaxError("invalid or unsupported Perl syntax", "(?P");
            }
            return copy(at, pattern.startsWith("{", at + 2) ? at + 3 : at + 2);
        }
        int end = pattern.indexOf('>', start);
        if (end < 0) {
            throw new RegexSyntaxError("invalid named capture", pattern.substring(at));
        }
        String name = pattern.substring(start, end);
        if (!isName(name)) {
            throw new RegexSyntaxError("invalid named capture", pattern.substring(at, end + 1));
        }
        names.add(name);
        plain.append('(');
        if (pattern.startsWith("?", end + 1)) {
            // Not to be read with the parenthesis; numbered names are never shared.
            plain.append("?P<_").append(names.size()).append('>');
        }
        return end + 1;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c ->
                                c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    /** A counted repetition; nested ones may not add up to more than a thousand. What has another form is literal. */
    private int repeat(int at) {
        Matcher m = COUNTS.matcher(pattern).region(at, pattern.length());
        if (!m.lookingAt()) {
            weight = 1;
            // Escaped, because the engine would take a repetition of this brace for one of a repetition.
            plain.append("\\{");
            return at + 1;
        }
        int min = count(m.group(1));
        boolean open = m.group(2) != null && m.group(3).isEmpty();
        int max = m.group(2) == null || open ? min : count(m.group(3));
        largestRepeat = Math.max(largestRepeat, max);
        if (max >= 2) {
            weight *= max;
            if (weight > MAX_REPEAT) {
                throw new RegexSyntaxError("invalid repeat count", m.group());
            }
            groupWeight = Math.max(groupWeight, weight);
        }
        return copy(at, m.end());
    }

    private static int count(String digits) {
        return digits.length() > 4 ? MAX_REPEAT + 1 : Math.min(Integer.parseInt(digits), MAX_REPEAT + 1);
    }
}
