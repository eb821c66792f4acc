package dev.sealedsecrets.template.dates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesException;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Offsets of a zone from the JDK's time zone database, abbreviations from a table of ours, which the JDK does not have in this
 * form.
 *
 * @param abbreviations by offset; others are numeric
 */
record ZoneData(ZoneRules rules, Map<Integer, String> abbreviations) {
    /** Names that Go's database knows and the JDK's does not. */
    private static final Map<String, String> ALIASES = Map.of(
            "America/Coyhaique", "America/Punta_Arenas",
            "EST", "America/Panama",
            "GMT+0", "Etc/GMT",
            "GMT-0", "Etc/GMT",
            "HST", "Pacific/Honolulu",
            "MST", "America/Phoenix",
            "ROC", "Asia/Taipei");

    /** The data of a zone; empty if there is none of that name. */
    static Optional<ZoneData> of(String name) {
        if (name.startsWith("SystemV/")) {
            return Optional.empty();
        }
        try {
            ZoneRules rules = ZoneRulesProvider.getRules(ALIASES.getOrDefault(name, name), false);
            return Optional.of(new ZoneData(rules, abbreviationsOf(name)));
        } catch (ZoneRulesException e) {
            return Optional.empty();
        }
    }

    private static Map<Integer, String> abbreviationsOf(String name) {
        Map<Integer, String> found = new HashMap<>();
        try (InputStream in = ZoneData.class.getResourceAsStream("zone-abbreviations.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (Arrays.asList(words).subList(1, words.length).contains(name)) {
                    for (String pair : words[0].split(",", -1)) {
                        int equals = pair.indexOf('=');
                        found.put(Integer.valueOf(pair.substring(0, equals)), pair.substring(equals + 1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** What holds at a moment. */
    Zone.Reading at(long epochSecond) {
        long within = Math.max(Instant.MIN.getEpochSecond(), Math.min(epochSecond, Instant.MAX.getEpochSecond()));
        int offset = rules.getOffset(Instant.ofEpochSecond(within)).getTotalSeconds();
        String abbreviation = abbreviations.get(offset);
        if (abbreviation == null) {
            // Local mean time, before zones: no whole quarter of an hour.
            abbreviation = offset % 900 != 0 ? "LMT" : numeric(offset);
        }
        return new Zone.Reading(offset, abbreviation);
    }

    private static String numeric(int offset) {
        int minutes = Math.abs(offset) / 60;
        String hours = (offset < 0 ? "-" : "+") + TwoDigits.of(minutes / 60);
        return minutes % 60 == 0 ? hours : hours + TwoDigits.of(minutes % 60);
    }
}
