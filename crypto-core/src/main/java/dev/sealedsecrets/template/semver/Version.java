package dev.sealedsecrets.template.semver;

import dev.sealedsecrets.template.text.IntegerText;
import dev.sealedsecrets.template.text.Quoting;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.StructValue;
import dev.sealedsecrets.template.value.TextValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A semantic version, read leniently: a leading v, missing parts and leading zeros are accepted.
 *
 * @param major uint64 in the bits of a long, as are minor and patch
 * @param original the text it was read from
 */
record Version(long major, long minor, long patch, String prerelease, String metadata, String original)
        implements StructValue, Comparable<Version> {
    // The repetitions are possessive or separated by a dot, so that the pattern cannot backtrack.
    private static final String IDENTIFIERS = "[0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+";
    private static final Pattern LOOSE = Pattern.compile(
            "v?([0-9]++)(?:\\.([0-9]++))?(?:\\.([0-9]++))?(?:-(" + IDENTIFIERS + "))?(?:\\+(" + IDENTIFIERS + "))?");

    /** Reads a version. */
    static Version parse(String text) {
        Matcher m = LOOSE.matcher(text);
        if (!m.matches()) {
            throw new GoError("invalid semantic version");
        }
        Version version = new Version(
                segment(m.group(1)),
                segment(m.group(2)),
                segment(m.group(3)),
                orEmpty(m.group(4)),
                orEmpty(m.group(5)),
                text);
        if (!version.prerelease.isEmpty()) {
            checkPrerelease(version.prerelease);
        }
        return version;
    }

    private static String orEmpty(@Nullable String s) {
        return s == null ? "" : s;
    }

    private static long segment(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        IntegerText.Parsed parsed = IntegerText.parseUnsigned(digits, 10);
        if (parsed.problem() != IntegerText.Problem.NONE) {
            throw new GoError("error parsing version segment: strconv.ParseUint: parsing " + Quoting.quote(digits)
                    + ": value out of range");
        }
        return parsed.value();
    }

    /** Identifiers that are all digits have no leading zero. */
    static void checkPrerelease(String prerelease) {
        for (String part : prerelease.split("\\.", -1)) {
            if (isNumber(part) && part.length() > 1 && part.charAt(0) == '0') {
                throw new GoError("version segment starts with 0");
            }
            if (!isIdentifier(part)) {
                throw new GoError("invalid prerelease string");
            }
        }
    }

    static void checkMetadata(String metadata) {
        for (String part : metadata.split("\\.", -1)) {
            if (!isIdentifier(part)) {
                throw new GoError("invalid metadata string");
            }
        }
    }

    private static boolean isNumber(String s) {
        return !s.isEmpty() && s.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isIdentifier(String s) {
        return !s.isEmpty()
                && s.chars()
                        .allMatch(c ->
                                c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    /** The normal form. */
    String text() {
        return Long.toUnsignedString(major) + "." + Long.toUnsignedString(minor) + "." + Long.toUnsignedString(patch)
                + (prerelease.isEmpty() ? "" : "-" + prerelease)
                + (metadata.isEmpty() ? "" : "+" + metadata);
    }

    /** A version derived from this one; its original text keeps a leading v. */
    Version derived(long newMajor, long newMinor, long newPatch, String newPrerelease, String newMetadata) {
        Version next = new Version(newMajor, newMinor, newPatch, newPrerelease, newMetadata, "");
        String prefix = original.startsWith("v") ? "v" : "";
        return new Version(newMajor, newMinor, newPatch, newPrerelease, newMetadata, prefix + next.text());
    }

    /** By precedence: metadata does not count, a prerelease comes before its release. */
    @Override
    public int compareTo(Version other) {
        int bySegments = Long.compareUnsigned(major, other.major);
        bySegments = bySegments != 0 ? bySegments : Long.compareUnsigned(minor, other.minor);
        bySegments = bySegments != 0 ? bySegments : Long.compareUnsigned(patch, other.patch);
        if (bySegments != 0) {
            return Integer.signum(bySegments);
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
        }
        return comparePrereleases(prerelease, other.prerelease);
    }

    static int comparePrereleases(String a, String b) {
        String[] as = a.split("\\.", -1);
        String[] bs = b.split("\\.", -1);
        for (int i = 0; i < Math.max(as.length, bs.length); i++) {
            int order = compareParts(i < as.length ? as[i] : "", i < bs.length ? bs[i] : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Nothing before numbers, numbers before words. */
    private static int compareParts(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? -1 : 1;
        }
        IntegerText.Parsed x = IntegerText.parseUnsigned(a, 10);
        IntegerText.Parsed y = IntegerText.parseUnsigned(b, 10);
        boolean aIsNumber = x.problem() == IntegerText.Problem.NONE;
        boolean bIsNumber = y.problem() == IntegerText.Problem.NONE;
        if (aIsNumber && bIsNumber) {
            return Long.compareUnsigned(x.value(), y.value()) > 0 ? 1 : -1;
        }
        if (!aIsNumber && !bIsNumber) {
            return a.compareTo(b) > 0 ? 1 : -1;
        }
        return aIsNumber ? -1 : 1;
    }

    @Override
    public GoType type() {
        return VersionTypes.VERSION;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("major", false, new IntValue(GoType.UINT64, major)),
                new Field("minor", false, new IntValue(GoType.UINT64, minor)),
                new Field("patch", false, new IntValue(GoType.UINT64, patch)),
                new Field("pre", false, TextValue.of(prerelease)),
                new Field("metadata", false, TextValue.of(metadata)),
                new Field("original", false, TextValue.of(original)));
    }

    @Override
    public Version deepCopy() {
        return new Version(0, 0, 0, "", "", "");
    }

    @Override
    public String toString() {
        return "version";
    }
}
