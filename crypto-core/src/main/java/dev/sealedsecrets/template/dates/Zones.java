package dev.sealedsecrets.template.dates;

import java.util.Optional;

/** Zones by name, as {@code time.LoadLocation} finds them. */
final class Zones {
    /** Coordinated universal time. */
    static final Zone UTC = new Zone.Universal(false);

    /** The zone of the process, which is UTC; it is not the same as UTC to comparisons. */
    static final Zone LOCAL = new Zone.Universal(true);

    private Zones() {}

    /** The zone; UTC for names that are unknown or could leave the database's folder. */
    static Zone load(String name) {
        if (name.isEmpty() || name.equals("UTC")) {
            return UTC;
        }
        if (name.equals("Local")) {
            return LOCAL;
        }
        if (name.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
            return UTC;
        }
        Optional<Zone> region = ZoneData.of(name).map(data -> new Zone.Region(name, data));
        return region.orElse(UTC);
    }
}
