package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.StructValue;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A moment ({@code time.Time}) as a zone shows it.
 *
 * @param seconds since 1970-01-01 00:00 UTC
 * @param nanos 0 to 999,999,999
 * @param monotonic nanoseconds of the process's clock, for moments read from it
 */
record TimeValue(long seconds, int nanos, Zone zone, OptionalLong monotonic) implements StructValue {
    /** Seconds from the beginning of year 1, which is Go's zero, to 1970. */
    static final long YEAR_1 = -62_135_596_800L;

    static TimeValue of(long seconds, int nanos, Zone zone) {
        return new TimeValue(seconds, nanos, zone, OptionalLong.empty());
    }

    /** A moment read from a clock, with Go's mark of the monotonic clock. */
    static TimeValue now(Instant instant) {
        return new TimeValue(
                instant.getEpochSecond(), instant.getNano(), Zones.LOCAL, OptionalLong.of(ProcessClock.nanos()));
    }

    /** The zero time, year 1, UTC. */
    static TimeValue zero() {
        return of(YEAR_1, 0, Zones.UTC);
    }

    Zone.Reading reading() {
        return zone.at(seconds);
    }

    /** Calendar and clock in the zone. */
    CivilTime civil() {
        return CivilTime.ofSeconds(seconds + reading().offset(), nanos);
    }

    TimeValue in(Zone newZone) {
        return new TimeValue(seconds, nanos, newZone, OptionalLong.empty());
    }

    /** The moment a duration later. */
    TimeValue plus(long duration) {
        long sum = nanos + Math.floorMod(duration, Durations.SECOND);
        long carry = sum / Durations.SECOND;
        OptionalLong later =
                monotonic.isPresent() ? OptionalLong.of(monotonic.getAsLong() + duration) : OptionalLong.empty();
        return new TimeValue(
                seconds + Math.floorDiv(duration, Durations.SECOND) + carry,
                (int) (sum - carry * Durations.SECOND),
                zone,
                later);
    }

    /** The duration since another moment, the nearest one if it does not fit. */
    long since(TimeValue other) {
        if (monotonic.isPresent() && other.monotonic.isPresent()) {
            return monotonic.getAsLong() - other.monotonic.getAsLong();
        }
        long whole = seconds - other.seconds;
        long limit = Long.MAX_VALUE / Durations.SECOND - 1;
        if (whole > limit) {
            return Long.MAX_VALUE;
        }
        if (whole < -limit) {
            return Long.MIN_VALUE;
        }
        return whole * Durations.SECOND + (nanos - other.nanos);
    }

    int compare(TimeValue other) {
        int bySeconds = Long.compare(seconds, other.seconds);
        return bySeconds != 0 ? bySeconds : Integer.compare(nanos, other.nanos);
    }

    @Override
    public GoType type() {
        return TimeTypes.TIME;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("wall", false, new IntValue(GoType.UINT64, nanos)),
                new Field("ext", false, IntValue.int64(seconds - YEAR_1)),
                new Field("loc", false, PointerValue.to(TimeTypes.LOCATION_POINTER, zone)));
    }
}
