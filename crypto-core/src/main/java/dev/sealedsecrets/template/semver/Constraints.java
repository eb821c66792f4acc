package dev.sealedsecrets.template.semver;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.sealedsecrets.template.value.GoError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions on a version: alternatives separated by {@code ||}, each a list of conditions that must all hold. */
final class Constraints {
    private static final String VERSION = "v?([0-9|x|X|\\*]+)(\\.[0-9|x|X|\\*]+)?(\\.[0-9|x|X|\\*]+)?"
            + "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";
    private static final String OPERATORS = "=||!=|>|<|>=|=>|<=|=<|~|~>|\\^";
    private static final int GROUPS_OF_VERSION = 9;

    private static final Pattern ONE = Pattern.compile("^\\s*(" + OPERATORS + ")\\s*(" + VERSION + ")\\s*$");
    private static final Pattern RANGE = Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")\\s*");
    private static final Pattern EACH = Pattern.compile("(" + OPERATORS + ")\\s*(" + VERSION + ")");
    private static final Pattern LIST = Pattern.compile("^(\\s*(" + OPERATORS + ")\\s*(" + VERSION
            + ")\\s*)((?:\\s+|,\\s*)(" + OPERATORS + ")\\s*(" + VERSION + ")\\s*)*$");

    private final List<List<Constraint>> alternatives;

    private Constraints(List<List<Constraint>> alternatives) {
        this.alternatives = alternatives;
    }

    static Constraints parse(String text) {
        List<List<Constraint>> alternatives = new ArrayList<>();
        for (String part : withoutRanges(text).split("\\|\\|", -1)) {
            if (!LIST.matcher(part).matches()) {
                throw new GoError("improper constraint: " + part);
            }
            List<Constraint> all = new ArrayList<>();
            Matcher each = EACH.matcher(part);
            while (each.find()) {
                all.add(constraint(each.group()));
            }
            alternatives.add(all);
        }
        return new Constraints(alternatives);
    }

    /** {@code 1.2 - 1.4} means {@code >= 1.2, <= 1.4}. */
    private static String withoutRanges(String text) {
        String result = text;
        Matcher m = RANGE.matcher(text);
        while (m.find()) {
            String bounds = ">= " + m.group(1) + ", <= " + m.group(2 + GROUPS_OF_VERSION) + " ";
            int at = result.indexOf(m.group());
            result = result.substring(0, at)
                    + bounds
                    + result.substring(at + m.group().length());
        }
        return result;
    }

    private static Constraint constraint(String text) {
        Matcher m = ONE.matcher(text);
        if (!m.matches()) {
            throw new GoError("improper constraint: " + text);
        }
        String suffix = orEmpty(m.group(6));
        String major = m.group(3);
        String minor = orEmpty(m.group(4));
        String patch = orEmpty(m.group(5));
        boolean minorDirty = false;
        boolean patchDirty = false;
        boolean dirty = true;
        String version = m.group(2);
        if (isAny(major)) {
            version = "0.0.0" + suffix;
        } else if (minor.isEmpty() || isAny(minor.substring(1))) {
            minorDirty = true;
            version = major + ".0.0" + suffix;
        } else if (patch.isEmpty() || isAny(patch.substring(1))) {
            patchDirty = true;
            version = major + minor + ".0" + suffix;
        } else {
            dirty = false;
        }
        try {
            return new Constraint(m.group(1), Version.parse(version), dirty, minorDirty, patchDirty);
        } catch (GoError e) {
            throw new GoError("constraint parser error");
        }
    }

    private static String orEmpty(@Nullable String s) {
        return s == null ? "" : s;
    }

    private static boolean isAny(String part) {
        return part.equals("x") || part.equals("X") || part.equals("*");
    }

    /** Whether a version meets all conditions of one alternative; a prerelease only where that one names a prerelease. */
    boolean check(Version version) {
        for (List<Constraint> all : alternatives) {
            boolean prereleases =
                    all.stream().anyMatch(c -> !c.version().prerelease().isEmpty());
            if (all.stream().allMatch(c -> c.check(version, prereleases))) {
                return true;
            }
        }
        return false;
    }
}
