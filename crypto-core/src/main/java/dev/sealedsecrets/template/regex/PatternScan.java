package dev.sealedsecrets.template.regex;

import dev.sealedsecrets.template.text.Utf8;
import java.util.ArrayList;
import java.util.List;

/**
 * A look over a pattern before the engine gets it: takes names off capture groups (Go lets groups share a name, the engine does
 * not), measures nesting, and estimates the size of the compiled program.
 */
final class PatternScan {
    private final String pattern;
    private final StringBuilder plain = new StringBuilder();
    /** Names by group number; empty for groups without one. Group 0 is the whole match. */
    private final List<String> names = new ArrayList<>(List.of(""));

    private int depth;
    private int deepest;
    private int largestRepeat = 1;
    private int unicodeClasses;

    PatternScan(String pattern) {
        this.pattern = pattern;
        scan();
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
        if (!Utf8.isValid(pattern)) {
            throw new RegexSyntaxError("invalid UTF-8", pattern);
        }
        int i = 0;
        while (i < pattern.length()) {
            switch (pattern.charAt(i)) {
                case '\\' -> i = escape(i);
                case '[' -> i = characterClass(i);
                case '(' -> i = open(i);
                case ')' -> {
                    depth--;
                    i = copy(i, i + 1);
                }
                case '{' -> {
                    noteRepeat(i + 1);
                    i = copy(i, i + 1);
                }
                default -> i = copy(i, i + 1);
            }
        }
    }

    private int copy(int from, int to) {
        int end = Math.min(to, pattern.length());
        plain.append(pattern, from, end);
        return end;
    }

    private int escape(int at) {
        char c = at + 1 < pattern.length() ? pattern.charAt(at + 1) : 0;
        if (c == 'p' || c == 'P') {
            unicodeClasses++;
        }
        if (c == 'Q') {
            int end = pattern.indexOf("\\E", at + 2);
            return copy(at, end < 0 ? pattern.length() : end + 2);
        }
        return copy(at, at + 2);
    }

    private int characterClass(int at) {
        int i = at + 1;
        if (i < pattern.length() && pattern.charAt(i) == '^') {
            i++;
        }
        if (i < pattern.length() && pattern.charAt(i) == ']') {
            i++;
        }
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            if (pattern.startsWith("[:", i) && pattern.indexOf(":]", i + 2) >= 0) {
                i = pattern.indexOf(":]", i + 2) + 2;
            } else if (pattern.charAt(i) == '\\') {
                boolean unicode = i + 1 < pattern.length() && "pP".indexOf(pattern.charAt(i + 1)) >= 0;
                unicodeClasses += unicode ? 1 : 0;
                i += 2;
            } else {
                i++;
            }
        }
        return copy(at, i + 1);
    }

    private int open(int at) {
        depth++;
        deepest = Math.max(deepest, depth);
        if (!pattern.startsWith("(?", at)) {
            names.add("");
            return copy(at, at + 1);
        }
        boolean longForm = pattern.startsWith("(?P<", at);
        if (!longForm && !pattern.startsWith("(?<", at)) {
            return copy(at, at + 2);
        }
        int start = at + (longForm ? 4 : 3);
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
        return end + 1;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c == '_'
                                || (c >= '0' && c <= '9')
                                || (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z'));
    }

    private void noteRepeat(int at) {
        int number = 0;
        for (int i = at; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.min(number * 10 + (c - '0'), 1000);
                largestRepeat = Math.max(largestRepeat, number);
            } else if (c == ',') {
                number = 0;
            } else {
                return;
            }
        }
    }
}
