package dev.sealedsecrets.template.function;

import java.util.Set;

/** The functions whose result is not determined by their arguments. */
public final class Nondeterminism {
    /** Random, or time-stamped and random. */
    private static final Set<String> RANDOM = Set.of(
            "bcrypt",
            "encryptAES",
            "genCA",
            "genCAWithKey",
            "genPrivateKey",
            "genSelfSignedCert",
            "genSelfSignedCertWithKey",
            "genSignedCert",
            "genSignedCertWithKey",
            "htpasswd",
            "randAlpha",
            "randAlphaNum",
            "randAscii",
            "randBytes",
            "randInt",
            "randNumeric",
            "shuffle",
            "uuidv4");

    /** Read the clock, some of them only for certain arguments, which are not known before the template runs. */
    private static final Set<String> CLOCK =
            Set.of("ago", "date", "dateInZone", "date_in_zone", "durationRound", "htmlDate", "htmlDateInZone", "now");

    private Nondeterminism() {}

    /** Whether none of the functions is random or may read the clock. */
    public static boolean noneOf(Set<String> functions) {
        return functions.stream().noneMatch(name -> RANDOM.contains(name) || CLOCK.contains(name));
    }
}
