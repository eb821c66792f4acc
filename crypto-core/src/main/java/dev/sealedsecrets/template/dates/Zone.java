package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.StructValue;
import java.util.List;

/** A time zone ({@code time.Location}). Equality is identity of meaning: the same kind, name and offset. */
sealed interface Zone extends StructValue {
    /** What holds in a zone at a moment. */
    record Reading(int offset, String abbreviation) {}

    /** The name by which Go knows it. */
    String name();

    /** Offset in seconds east of UTC, and abbreviation. */
    Reading at(long epochSecond);

    @Override
    default GoType type() {
        return TimeTypes.LOCATION;
    }

    @Override
    default List<Field> fields() {
        return List.of();
    }

    /**
     * UTC, as itself or as the zone of the process.
     *
     * @param isProcess which of the two
     */
    record Universal(boolean isProcess) implements Zone {
        private static final Reading READING = new Reading(0, "UTC");

        @Override
        public String name() {
            return "UTC";
        }

        @Override
        public Reading at(long epochSecond) {
            return READING;
        }
    }

    /** A fixed offset; the abbreviation may be empty. */
    record Fixed(String name, int offset) implements Zone {
        @Override
        public Reading at(long epochSecond) {
            return new Reading(offset, name);
        }
    }

    /** A zone of the time zone database. */
    record Region(String name, ZoneData data) implements Zone {
        @Override
        public Reading at(long epochSecond) {
            return data.at(epochSecond);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
