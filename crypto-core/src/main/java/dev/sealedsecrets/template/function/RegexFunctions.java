package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.INT;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.regex.Regex;
import dev.sealedsecrets.template.regex.RegexSyntaxError;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.ListValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** sprig's regular expression functions. Those without {@code must} word a bad pattern as Go's MustCompile does. */
final class RegexFunctions {
    private RegexFunctions() {}

    static @Nullable GoFunction find(String name) {
        boolean must = name.startsWith("must");
        return switch (name) {
            case "regexMatch" -> GoFunction.of(RegexFunctions::matches, STRING, STRING);
            case "mustRegexMatch" ->
                GoFunction.of(a -> BoolValue.of(compile(a, true).matches(a.text(1))), STRING, STRING);
            case "regexFind", "mustRegexFind" ->
                GoFunction.of(
                        a -> TextValue.of(compile(a, must).first(a.text(1)).orElse("")), STRING, STRING);
            case "regexFindAll", "mustRegexFindAll" ->
                list(must, true, (regex, a) -> regex.all(a.text(1), a.integer(2)));
            case "regexSplit", "mustRegexSplit" ->
                list(must, false, (regex, a) -> regex.split(a.text(1), a.integer(2)));
            case "regexReplaceAll", "mustRegexReplaceAll" ->
                text(must, (regex, a) -> regex.replaceAll(a.text(1), a.text(2)));
            case "regexReplaceAllLiteral", "mustRegexReplaceAllLiteral" ->
                text(must, (regex, a) -> regex.replaceAllLiteral(a.text(1), a.text(2)));
            case "regexQuoteMeta" -> GoFunction.of(RegexFunctions::quoteMeta, STRING);
            default -> null;
        };
    }

    private static Regex compile(Arguments a, boolean must) {
        String pattern = a.text(0);
        try {
            return Regex.compile(a.budget(), pattern);
        } catch (RegexSyntaxError e) {
            throw new GoError(must ? e.text() : "regexp: Compile(" + quoted(pattern) + "): " + e.text());
        }
    }

    private static String quoted(String pattern) {
        return Quoting.canBackquote(pattern) ? "`" + pattern + "`" : Quoting.quote(pattern);
    }

    private static Value matches(Arguments a) {
        try {
            return BoolValue.of(Regex.compile(a.budget(), a.text(0)).matches(a.text(1)));
        } catch (RegexSyntaxError e) {
            return BoolValue.FALSE;
        }
    }

    /** A search for texts; a count of 0 gives the nil list, and so may finding nothing. */
    private static GoFunction list(boolean must, boolean nilIfNone, BiFunction<Regex, Arguments, List<String>> search) {
        return GoFunction.of(
                a -> {
                    Regex regex = compile(a, must);
                    List<String> found = a.integer(2) == 0 ? List.of() : search.apply(regex, a);
                    boolean nil = a.integer(2) == 0 || (nilIfNone && found.isEmpty());
                    return nil ? ListValue.nil(GoType.STRINGS) : Strval.list(a.budget(), found);
                },
                STRING,
                STRING,
                INT);
    }

    private static GoFunction text(boolean must, BiFunction<Regex, Arguments, String> change) {
        return GoFunction.of(a -> TextValue.of(change.apply(compile(a, must), a)), STRING, STRING, STRING);
    }

    private static Value quoteMeta(Arguments a) {
        a.budget().text(2L * a.text(0).length());
        return TextValue.of(Regex.quoteMeta(a.text(0)));
    }
}
