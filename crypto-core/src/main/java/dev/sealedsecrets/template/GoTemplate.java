package dev.sealedsecrets.template;

import dev.sealedsecrets.template.exec.Execution;
import dev.sealedsecrets.template.exec.ExecutionFailure;
import dev.sealedsecrets.template.function.Functions;
import dev.sealedsecrets.template.function.Nondeterminism;
import dev.sealedsecrets.template.limit.Allowance;
import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.limit.DeepStack;
import dev.sealedsecrets.template.limit.LimitExceeded;
import dev.sealedsecrets.template.parse.ParseFailure;
import dev.sealedsecrets.template.parse.ParsedTemplate;
import dev.sealedsecrets.template.parse.Parser;
import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.MapValue;
import dev.sealedsecrets.template.value.Rendering;
import dev.sealedsecrets.template.value.TextValue;
import java.util.Map;

/**
 * A Go template with the sprig functions, parsed. Immutable; may be rendered any number of times, by several threads if the
 * settings' random generator allows that.
 *
 * <p>Guarantees: a rendering reads nothing but its values, the clock and random bits; it ends within its limits, with output or
 * a {@link TemplateException}. Does not guarantee: that output is the same twice, see {@link #isDeterministic}.
 */
public final class GoTemplate {
    private final ParsedTemplate parsed;
    private final TemplateSettings settings;

    private GoTemplate(ParsedTemplate parsed, TemplateSettings settings) {
        this.parsed = parsed;
        this.settings = settings;
    }

    /** Parses a template with default settings. The name appears in error texts. */
    public static GoTemplate parse(String name, String text) throws TemplateException {
        return parse(name, text, TemplateSettings.defaults());
    }

    /** Parses a template. The name appears in error texts. */
    public static GoTemplate parse(String name, String text, TemplateSettings settings) throws TemplateException {
        return parse(name, text, settings, Allowance.of(settings.limits()));
    }

    /** Parses a template within what is left of an allowance. */
    public static GoTemplate parse(String name, String text, TemplateSettings settings, Allowance allowance)
            throws TemplateException {
        String byteName = Utf8.fromJava(name);
        try {
            Budget budget = Budget.of(allowance);
            budget.text(text.length());
            String byteText = Utf8.fromJava(text);
            ParsedTemplate parsed = DeepStack.run(budget, b -> Parser.parse(byteName, byteText, Functions::find, b));
            return new GoTemplate(parsed, settings);
        } catch (ParseFailure e) {
            throw failedToParse(Utf8.toJava(e.text()), false);
        } catch (LimitExceeded e) {
            throw failedToParse("template: " + name + ": " + e.text(), true);
        }
    }

    private static TemplateException failedToParse(String message, boolean limit) {
        return new TemplateException(TemplateException.Kind.PARSE, message, message, limit);
    }

    /**
     * Renders the template.
     *
     * @param values the data, {@code .} in the template; a key that is missing prints as {@code <no value>}
     * @return the output
     */
    public byte[] render(Map<String, byte[]> values) throws TemplateException {
        return render(values, Allowance.of(settings.limits()));
    }

    /** Renders the template within what is left of an allowance. */
    public byte[] render(Map<String, byte[]> values, Allowance allowance) throws TemplateException {
        try {
            String output = DeepStack.run(
                    Budget.of(allowance),
                    budget -> Execution.run(
                            parsed, data(values), new Rendering(budget, settings.random(), settings.clock())));
            return Utf8.toBytes(output);
        } catch (ExecutionFailure e) {
            throw new TemplateException(
                    e.isInFunction() ? TemplateException.Kind.FUNC : TemplateException.Kind.EXEC,
                    Utf8.toJava(e.text()),
                    Utf8.toJava(e.publicText()),
                    e.isLimit());
        }
    }

    private static MapValue data(Map<String, byte[]> values) {
        MapValue data = MapValue.empty(GoType.TEXT_MAP);
        values.forEach((key, value) -> data.put(Utf8.fromJava(key), TextValue.of(Utf8.fromBytes(value))));
        return data;
    }

    /**
     * Whether equal values give equal output. False if the template calls, anywhere, a function that draws random bits or may
     * read the clock.
     */
    public boolean isDeterministic() {
        return Nondeterminism.noneOf(parsed.functions());
    }
}
