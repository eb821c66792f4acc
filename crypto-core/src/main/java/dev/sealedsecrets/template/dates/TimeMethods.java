package dev.sealedsecrets.template.dates;

import static dev.sealedsecrets.template.value.GoType.INT;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.format.Bytes;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.MethodSet;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Methods of moments: all of Go's but those that encode in binary or append to byte slices. */
final class TimeMethods implements MethodSet {
    private static final String SECOND_RESULT =
            "invalid function signature for %s: second return value should be error; is ";
    private static final String THREE_RESULTS = "function %s has 3 return values; should be 1 or 2";

    @Override
    public @Nullable GoFunction find(Value receiver, String name) {
        TimeValue t = (TimeValue) receiver;
        GoFunction part = part(t, name);
        return part != null ? part : operation(t, name);
    }

    private static @Nullable GoFunction part(TimeValue t, String name) {
        return switch (name) {
            case "Year" -> integer(t.civil().year());
            case "Month" ->
                GoFunction.of(a -> new IntValue(TimeTypes.MONTH, t.civil().month()));
            case "Day" -> integer(t.civil().day());
            case "Hour" -> integer(t.civil().hour());
            case "Minute" -> integer(t.civil().minute());
            case "Second" -> integer(t.civil().second());
            case "Nanosecond" -> integer(t.nanos());
            case "YearDay" -> integer(t.civil().dayOfYear());
            case "Weekday" ->
                GoFunction.of(a -> new IntValue(TimeTypes.WEEKDAY, t.civil().weekday()));
            case "Unix" -> GoFunction.of(a -> IntValue.int64(t.seconds()));
            case "UnixMilli" -> GoFunction.of(a -> IntValue.int64(t.seconds() * 1_000 + t.nanos() / 1_000_000));
            case "UnixMicro" -> GoFunction.of(a -> IntValue.int64(t.seconds() * 1_000_000 + t.nanos() / 1_000));
            case "UnixNano" -> GoFunction.of(a -> IntValue.int64(t.seconds() * Durations.SECOND + t.nanos()));
            case "IsZero" -> GoFunction.of(a -> BoolValue.of(t.seconds() == TimeValue.YEAR_1 && t.nanos() == 0));
            case "IsDST" -> GoFunction.of(a -> BoolValue.of(isDaylightSaving(t)));
            case "Location" -> GoFunction.of(a -> PointerValue.to(TimeTypes.LOCATION_POINTER, t.zone()));
            case "Zone" -> GoFunction.uncallable(SECOND_RESULT + "int");
            case "ZoneBounds" -> GoFunction.uncallable(SECOND_RESULT + "time.Time");
            case "ISOWeek" -> GoFunction.uncallable(SECOND_RESULT + "int");
            case "Date", "Clock" -> GoFunction.uncallable(THREE_RESULTS);
            default -> null;
        };
    }

    private static GoFunction integer(long n) {
        return GoFunction.of(a -> IntValue.of(n));
    }

    private static @Nullable GoFunction operation(TimeValue t, String name) {
        return switch (name) {
            case "Format" -> GoFunction.of(a -> TextValue.of(TimeFormat.format(a.budget(), t, a.text(0))), STRING);
            case "String" -> GoFunction.of(a -> TextValue.of(TimeFormat.text(t)));
            case "GoString" -> GoFunction.of(a -> TextValue.of(TimeSyntax.of(t)));
            case "MarshalText" -> GoFunction.of(a -> Bytes.list(internetTime(t, "Time.MarshalText: ")));
            case "MarshalJSON" -> GoFunction.of(a -> Bytes.list("\"" + internetTime(t, "Time.MarshalJSON: ") + "\""));
            case "Add" -> GoFunction.of(a -> t.plus(a.integer(0)), TimeTypes.DURATION);
            case "AddDate" -> GoFunction.of(a -> addDate(t, a), INT, INT, INT);
            case "Sub" -> GoFunction.of(a -> DurationMethods.duration(t.since(time(a))), TimeTypes.TIME);
            case "After" -> GoFunction.of(a -> BoolValue.of(t.compare(time(a)) > 0), TimeTypes.TIME);
            case "Before" -> GoFunction.of(a -> BoolValue.of(t.compare(time(a)) < 0), TimeTypes.TIME);
            case "Equal" -> GoFunction.of(a -> BoolValue.of(t.compare(time(a)) == 0), TimeTypes.TIME);
            case "Compare" -> GoFunction.of(a -> IntValue.of(t.compare(time(a))), TimeTypes.TIME);
            case "Round" -> GoFunction.of(a -> rounded(t, a.integer(0), true), TimeTypes.DURATION);
            case "Truncate" -> GoFunction.of(a -> rounded(t, a.integer(0), false), TimeTypes.DURATION);
            case "UTC" -> GoFunction.of(a -> keepingClock(t, Zones.UTC));
            case "Local" -> GoFunction.of(a -> keepingClock(t, Zones.LOCAL));
            case "In" -> GoFunction.of(a -> in(t, (PointerValue) a.get(0)), TimeTypes.LOCATION_POINTER);
            default -> null;
        };
    }

    @Override
    public Optional<String> string(Value receiver) {
        return Optional.of(TimeFormat.text((TimeValue) receiver));
    }

    @Override
    public Optional<String> goSyntax(Value receiver) {
        return Optional.of(TimeSyntax.of((TimeValue) receiver));
    }

    private static TimeValue time(Arguments a) {
        return (TimeValue) a.get(0);
    }

    private static boolean isDaylightSaving(TimeValue t) {
        return t.zone() instanceof Zone.Region region
                && region.data().rules().isDaylightSavings(Instant.ofEpochSecond(t.seconds()));
    }

    private static Value keepingClock(TimeValue t, Zone zone) {
        return new TimeValue(t.seconds(), t.nanos(), zone, t.monotonic());
    }

    private static Value in(TimeValue t, PointerValue location) {
        Zone zone =
                (Zone) location.target().orElseThrow(() -> new GoError("time: missing Location in call to Time.In"));
        return keepingClock(t, zone);
    }

    private static Value addDate(TimeValue t, Arguments a) {
        CivilTime c = t.civil();
        long local = CivilTime.toSeconds(
                c.year() + a.integer(0),
                c.month() + a.integer(1),
                c.day() + a.integer(2),
                c.hour(),
                c.minute(),
                c.second());
        return TimeValue.of(ZoneArithmetic.toEpoch(local, t.zone()), t.nanos(), t.zone());
    }

    /** Rounds to a multiple of a duration since the zero time, half up. */
    private static Value rounded(TimeValue t, long multiple, boolean nearest) {
        TimeValue plain = new TimeValue(t.seconds(), t.nanos(), t.zone(), OptionalLong.empty());
        if (multiple <= 0) {
            return plain;
        }
        BigInteger nanos = BigInteger.valueOf(t.seconds() - TimeValue.YEAR_1)
                .multiply(BigInteger.valueOf(Durations.SECOND))
                .add(BigInteger.valueOf(t.nanos()));
        long rest = nanos.mod(BigInteger.valueOf(multiple)).longValue();
        boolean up = nearest && Long.compareUnsigned(rest + rest, multiple) >= 0;
        return up ? plain.plus(multiple - rest) : plain.plus(-rest);
    }

    /** RFC 3339, which has no years outside of four digits. */
    private static String internetTime(TimeValue t, String method) {
        long year = t.civil().year();
        if (year < 0 || year > 9999) {
            throw new GoError(method + "year outside of range [0,9999]");
        }
        int offset = Math.abs(t.reading().offset());
        if (offset >= 24 * 3600) {
            throw new GoError(method + "timezone hour outside of range [0,23]");
        }
        return TimeFormat.format(t, TimeFormat.RFC_3339_NANO);
    }
}
