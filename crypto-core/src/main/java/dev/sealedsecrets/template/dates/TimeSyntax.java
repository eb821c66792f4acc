package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.text.Quoting;

/** A moment in Go syntax, which {@code %#v} prints. */
final class TimeSyntax {
    private TimeSyntax() {}

    static String of(TimeValue t) {
        CivilTime c = t.civil();
        String zone = t.zone().equals(Zones.UTC)
                ? "time.UTC"
                : t.zone().equals(Zones.LOCAL)
                        ? "time.Local"
                        : "time.Location(" + Quoting.quote(t.zone().name()) + ")";
        return "time.Date(" + c.year() + ", time." + TimeFormat.MONTHS.get(c.month() - 1) + ", " + c.day() + ", "
                + c.hour() + ", " + c.minute() + ", " + c.second() + ", " + c.nano() + ", " + zone + ")";
    }
}
