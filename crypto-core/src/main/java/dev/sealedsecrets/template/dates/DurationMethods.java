package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.FloatValue;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.MethodSet;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Methods of durations. */
final class DurationMethods implements MethodSet {
    @Override
    public @Nullable GoFunction find(Value receiver, String name) {
        long d = ((IntValue) receiver).value();
        return switch (name) {
            case "String" -> GoFunction.of(a -> TextValue.of(Durations.text(d)));
            case "Abs" -> GoFunction.of(a -> duration(d == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(d)));
            case "Hours" -> GoFunction.of(a -> inUnits(d, Durations.HOUR));
            case "Minutes" -> GoFunction.of(a -> inUnits(d, Durations.MINUTE));
            case "Seconds" -> GoFunction.of(a -> inUnits(d, Durations.SECOND));
            case "Milliseconds" -> GoFunction.of(a -> IntValue.int64(d / Durations.MILLISECOND));
            case "Microseconds" -> GoFunction.of(a -> IntValue.int64(d / Durations.MICROSECOND));
            case "Nanoseconds" -> GoFunction.of(a -> IntValue.int64(d));
            case "Round" -> GoFunction.of(a -> duration(Durations.round(d, a.integer(0))), TimeTypes.DURATION);
            case "Truncate" -> GoFunction.of(a -> duration(truncated(d, a)), TimeTypes.DURATION);
            default -> null;
        };
    }

    @Override
    public Optional<String> string(Value receiver) {
        return Optional.of(Durations.text(((IntValue) receiver).value()));
    }

    static IntValue duration(long nanos) {
        return new IntValue(TimeTypes.DURATION, nanos);
    }

    private static Value inUnits(long d, long unit) {
        long wholeUnits = d / unit;
        return new FloatValue(wholeUnits + (double) (d % unit) / unit);
    }

    private static long truncated(long d, Arguments a) {
        return a.integer(0) <= 0 ? d : d - d % a.integer(0);
    }
}
