package dev.sealedsecrets.template.dates;

/** Abbreviations of zones at the beginning of a text. */
final class ZoneNames {
    private ZoneNames() {}

    /** The length of the abbreviation the text begins with; 0 if there is none. */
    static int length(String s) {
        if (s.length() < 3) {
            return 0;
        }
        if (s.startsWith("ChST") || s.startsWith("MeST")) {
            return 4;
        }
        if (s.startsWith("GMT")) {
            return 3 + signedHours(s.substring(3));
        }
        if (s.charAt(0) == '+' || s.charAt(0) == '-') {
            return signedHours(s);
        }
        int letters = 0;
        while (letters < 6 && letters < s.length() && s.charAt(letters) >= 'A' && s.charAt(letters) <= 'Z') {
            letters++;
        }
        return switch (letters) {
            case 3 -> 3;
            case 4 -> s.charAt(3) == 'T' || s.startsWith("WITA") ? 4 : 0;
            case 5 -> s.charAt(4) == 'T' ? 5 : 0;
            default -> 0;
        };
    }

    /** The length of a sign and hours up to 23; 0 if there are none. */
    private static int signedHours(String s) {
        if (s.isEmpty() || (s.charAt(0) != '+' && s.charAt(0) != '-')) {
            return 0;
        }
        int end = 1;
        int hours = 0;
        while (end < s.length() && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
            hours = Math.min(hours * 10 + (s.charAt(end) - '0'), 100);
            end++;
        }
        return end == 1 || hours > 23 ? 0 : end;
    }
}
