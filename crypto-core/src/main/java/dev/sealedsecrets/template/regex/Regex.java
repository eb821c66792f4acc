package dev.sealedsecrets.template.regex;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.sealedsecrets.template.limit.BoundedText;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A compiled pattern with the searches of Go's regexp package: leftmost-first matches in linear time, no empty match right behind
 * another match, positions and results in bytes.
 */
public final class Regex {
    private static final int MAX_DEPTH = 1000;
    private static final int BYTES_PER_INSTRUCTION = 64;
    private static final int COPIES_PER_INSTRUCTION = 64;
    private static final int BYTES_PER_UNICODE_CLASS = 8192;

    private final Budget budget;
    private final Pattern pattern;
    private final List<String> names;
    private final boolean isEmpty;

    private Regex(Budget budget, Pattern pattern, List<String> names, boolean isEmpty) {
        this.budget = budget;
        this.pattern = pattern;
        this.names = names;
        this.isEmpty = isEmpty;
    }

    /**
     * Compiles a pattern.
     *
     * @throws RegexSyntaxError with Go's text
     */
    public static Regex compile(Budget budget, String pattern) {
        // The engine's parser copies what it has read of a literal, and what is left of a class, again and again.
        budget.regex((long) pattern.length() * pattern.length() / COPIES_PER_INSTRUCTION);
        PatternScan scan = new PatternScan(pattern);
        if (scan.deepest() > MAX_DEPTH) {
            throw new RegexSyntaxError("expression nests too deeply", pattern);
        }
        budget.requireStack(scan.deepest());
        budget.elements((long) pattern.length() * scan.largestRepeat(), BYTES_PER_INSTRUCTION);
        budget.elements(scan.unicodeClasses(), BYTES_PER_UNICODE_CLASS);
        Pattern compiled = compile(scan, pattern);
        if (scan.failure().isPresent()) {
            throw scan.failure().get();
        }
        return new Regex(budget, compiled, scan.names(), pattern.isEmpty());
    }

    /** Compiles what the scan left; an error it found comes after those of the engine, but for groups left open by it. */
    private static Pattern compile(PatternScan scan, String pattern) {
        try {
            return Pattern.compile(Utf8.toJava(scan.plain()));
        } catch (PatternSyntaxException e) {
            RegexSyntaxError error = SyntaxErrors.translated(e, pattern);
            throw SyntaxErrors.isOpenGroup(e) ? scan.failure().orElse(error) : error;
        }
    }

    private Subject subject(String text) {
        return new Subject(budget, pattern.programSize(), text);
    }

    /** Whether the text contains a match. */
    public boolean matches(String text) {
        return pattern.matcher(subject(text)).find();
    }

    /** The leftmost match. */
    public Optional<String> first(String text) {
        Subject subject = subject(text);
        Matcher matcher = pattern.matcher(subject);
        return matcher.find() ? Optional.of(subject.between(matcher.start(), matcher.end())) : Optional.empty();
    }

    /** At most {@code limit} matches, all if negative. */
    public List<String> all(String text, long limit) {
        List<String> found = new ArrayList<>();
        Subject subject = subject(text);
        each(subject, limit, (start, end) -> {
            budget.elements(1, 64);
            found.add(subject.between(start, end));
        });
        return found;
    }

    private void each(Subject subject, long limit, BiConsumer<Integer, Integer> action) {
        Matcher matcher = pattern.matcher(subject);
        int position = 0;
        int previousEnd = -1;
        long count = 0;
        while ((limit < 0 || count < limit) && position <= subject.length() && matcher.find(position)) {
            budget.step();
            int start = matcher.start();
            int end = matcher.end();
            boolean emptyAfterMatch = end == position && start == previousEnd;
            position = end == position ? subject.next(position) : end;
            previousEnd = end;
            if (!emptyAfterMatch) {
                action.accept(start, end);
                count++;
            }
        }
    }

    /** The parts between matches: at most {@code limit}, the last of which is the rest; all if negative. */
    public List<String> split(String text, long limit) {
        if (!isEmpty && text.isEmpty()) {
            return List.of("");
        }
        Subject subject = subject(text);
        List<int[]> matches = new ArrayList<>();
        each(subject, limit, (start, end) -> {
            budget.elements(1, 64);
            matches.add(new int[] {start, end});
        });
        List<String> parts = new ArrayList<>();
        int begin = 0;
        int end = 0;
        for (int[] match : matches) {
            if (limit > 0 && parts.size() == limit - 1) {
                break;
            }
            end = match[0];
            if (match[1] != 0) {
                parts.add(subject.between(begin, end));
            }
            begin = match[1];
        }
        if (end != subject.length()) {
            parts.add(subject.between(begin, subject.length()));
        }
        return parts;
    }

    /** Every match replaced by a text as it is. */
    public String replaceAllLiteral(String text, String replacement) {
        return replaceAll(text, Replacement.literal(replacement));
    }

    /** Every match replaced by a text in which {@code $1}, {@code $name} and {@code ${name}} stand for groups. */
    public String replaceAll(String text, String replacement) {
        return replaceAll(text, Replacement.template(replacement, names));
    }

    private String replaceAll(String text, Replacement replacement) {
        Subject subject = subject(text);
        Matcher matcher = pattern.matcher(subject);
        BoundedText out = new BoundedText(budget);
        int position = 0;
        int copied = 0;
        while (position <= subject.length() && matcher.find(position)) {
            budget.step();
            int start = matcher.start();
            int end = matcher.end();
            out.append(subject.between(copied, start));
            if (end > copied || start == 0) {
                replacement.write(out, subject, matcher);
            }
            copied = end;
            position = Math.max(subject.next(position), end);
        }
        return out.append(subject.between(copied, subject.length())).finish();
    }

    /** The text with all characters that mean something in patterns escaped. */
    public static String quoteMeta(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
