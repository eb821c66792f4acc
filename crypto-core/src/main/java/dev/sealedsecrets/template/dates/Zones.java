package dev.sealedsecrets.template.dates;

import java.util.Optional;

/** Zones by name, as {@code time.LoadLocation} finds them. */
final class Zones {
    private Zones() {}

    /** The zone; UTC for names that are unknown or could leave the database's folder. */
    static Zone load(String name) {
        if (name.isEmpty() || name.equals("UTC")) {
            return Zone.UTC;
        }
        if (name.equals("Local")) {
            return Zone.LOCAL;
        }
        if (name.contains("..") || name.startsWith("/") || name.startsWith("\\")) {
            return Zone.UTC;
        }
        Optional<Zone> region = ZoneData.of(name).map(data -> new Zone.Region(name, data));
        return region.orElse(Zone.UTC);
    }
}
