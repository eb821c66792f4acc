package dev.sealedsecrets.template.dates;

import static dev.sealedsecrets.template.value.GoType.ANY;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.text.IntegerText;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import org.jspecify.annotations.Nullable;

/** sprig's date functions. The zone of the process is UTC. */
public final class DateFunctions {
    private static final String DAY = "2006-01-02";

    private DateFunctions() {}

    /** The function of a name, or null. */
    public static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "now" -> GoFunction.of(DateFunctions::now);
            case "ago" -> GoFunction.of(a -> TextValue.of(ago(a)), ANY);
            case "date" -> GoFunction.of(a -> formatted(a, a.text(0), a.get(1), "Local"), STRING, ANY);
            case "dateInZone", "date_in_zone" ->
                GoFunction.of(a -> formatted(a, a.text(0), a.get(1), a.text(2)), STRING, ANY, STRING);
            case "htmlDate" -> GoFunction.of(a -> formatted(a, DAY, a.get(0), "Local"), ANY);
            case "htmlDateInZone" -> GoFunction.of(a -> formatted(a, DAY, a.get(0), a.text(1)), ANY, STRING);
            case "dateModify", "date_modify" -> GoFunction.of(DateFunctions::modified, STRING, TimeTypes.TIME);
            case "mustDateModify", "must_date_modify" ->
                GoFunction.of(a -> time(a, 1).plus(Durations.parse(a.text(0))), STRING, TimeTypes.TIME);
            case "toDate" -> GoFunction.of(DateFunctions::parsedOrZero, STRING, STRING);
            case "mustToDate" -> GoFunction.of(a -> TimeParser.parse(a.budget(), a.text(0), a.text(1)), STRING, STRING);
            case "unixEpoch" ->
                GoFunction.of(a -> TextValue.of(Long.toString(time(a, 0).seconds())), TimeTypes.TIME);
            case "duration" -> GoFunction.of(a -> TextValue.of(Durations.text(wholeSeconds(a.get(0)))), ANY);
            case "durationRound" -> GoFunction.of(a -> TextValue.of(Durations.largestUnit(durationOf(a))), ANY);
            default -> null;
        };
    }

    private static TimeValue time(Arguments a, int index) {
        return (TimeValue) a.get(index);
    }

    private static TimeValue now(Arguments a) {
        return TimeValue.now(a.rendering().clock().instant());
    }

    /** A date, or integers as Unix seconds; anything else means now. */
    private static TimeValue timeOf(Arguments a, Value value) {
        if (value instanceof TimeValue time) {
            return time;
        }
        if (value instanceof IntValue n
                && (n.type() == GoType.INT || n.type() == GoType.INT64 || n.type() == GoType.INT32)) {
            return TimeValue.of(n.value(), 0, Zones.LOCAL);
        }
        return now(a);
    }

    private static String ago(Arguments a) {
        return Durations.text(Durations.round(now(a).since(timeOf(a, a.get(0))), Durations.SECOND));
    }

    private static Value formatted(Arguments a, String layout, Value date, String zone) {
        TimeValue time = timeOf(a, date).in(Zones.load(zone));
        return TextValue.of(TimeFormat.format(a.budget(), time, layout));
    }

    /** A text that is no duration leaves the date as it is. */
    private static Value modified(Arguments a) {
        try {
            return time(a, 1).plus(Durations.parse(a.text(0)));
        } catch (GoError e) {
            return a.get(1);
        }
    }

    /** A text that does not fit the layout gives the zero time. */
    private static Value parsedOrZero(Arguments a) {
        try {
            return TimeParser.parse(a.budget(), a.text(0), a.text(1));
        } catch (GoError e) {
            return TimeValue.zero();
        }
    }

    private static long wholeSeconds(Value value) {
        if (value instanceof TextValue text) {
            return IntegerText.parseSigned(text.text(), 10).value() * Durations.SECOND;
        }
        return value.type() == GoType.INT64 ? ((IntValue) value).value() * Durations.SECOND : 0;
    }

    private static long durationOf(Arguments a) {
        Value value = a.get(0);
        if (value instanceof TextValue text) {
            try {
                return Durations.parse(text.text());
            } catch (GoError e) {
                return 0;
            }
        }
        if (value instanceof TimeValue time) {
            return now(a).since(time);
        }
        return value.type() == GoType.INT64 ? ((IntValue) value).value() : 0;
    }
}
