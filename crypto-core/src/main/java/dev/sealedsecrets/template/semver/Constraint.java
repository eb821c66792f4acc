package dev.sealedsecrets.template.semver;

/**
 * One condition on a version, such as {@code >= 1.2} or {@code ~1.x}.
 *
 * @param version what to compare with; parts that are missing or x are 0
 * @param dirty whether any part is missing or x
 * @param minorDirty whether minor is the first such part
 * @param patchDirty whether patch is the first such part
 */
record Constraint(String operator, Version version, boolean dirty, boolean minorDirty, boolean patchDirty) {
    /** Whether a version meets the condition; prereleases only if {@code withPrereleases}. */
    boolean check(Version v, boolean withPrereleases) {
        if (!v.prerelease().isEmpty() && !withPrereleases) {
            return false;
        }
        return switch (operator) {
            case "", "=" -> dirty ? tilde(v) : v.compareTo(version) == 0;
            case "!=" -> notEqual(v);
            case ">" -> greater(v);
            case "<" -> v.compareTo(version) < 0;
            case ">=", "=>" -> v.compareTo(version) >= 0;
            case "<=", "=<" -> lessOrEqual(v);
            case "~", "~>" -> tilde(v);
            case "^" -> caret(v);
            default -> throw new IllegalStateException(operator);
        };
    }

    private boolean sameMajor(Version v) {
        return v.major() == version.major();
    }

    private boolean sameMinor(Version v) {
        return v.minor() == version.minor();
    }

    private boolean notEqual(Version v) {
        if (dirty) {
            if (!sameMajor(v) || (!sameMinor(v) && !minorDirty)) {
                return true;
            }
            if (minorDirty) {
                return false;
            }
            if (v.patch() != version.patch() && !patchDirty) {
                return true;
            }
            if (patchDirty) {
                boolean anyPrerelease =
                        !v.prerelease().isEmpty() || !version.prerelease().isEmpty();
                return anyPrerelease && Version.comparePrereleases(v.prerelease(), version.prerelease()) != 0;
            }
        }
        return v.compareTo(version) != 0;
    }

    private boolean greater(Version v) {
        if (!dirty || Long.compareUnsigned(v.major(), version.major()) > 0) {
            return v.compareTo(version) > 0;
        }
        if (!sameMajor(v) || minorDirty) {
            return false;
        }
        return patchDirty ? Long.compareUnsigned(v.minor(), version.minor()) > 0 : v.compareTo(version) > 0;
    }

    private boolean lessOrEqual(Version v) {
        if (!dirty) {
            return v.compareTo(version) <= 0;
        }
        if (Long.compareUnsigned(v.major(), version.major()) > 0) {
            return false;
        }
        return !(sameMajor(v) && Long.compareUnsigned(v.minor(), version.minor()) > 0 && !minorDirty);
    }

    private boolean tilde(Version v) {
        if (v.compareTo(version) < 0) {
            return false;
        }
        boolean zero = version.major() == 0 && version.minor() == 0 && version.patch() == 0;
        if (zero && !minorDirty && !patchDirty) {
            return true;
        }
        return sameMajor(v) && (sameMinor(v) || minorDirty);
    }

    private boolean caret(Version v) {
        if (v.compareTo(version) < 0) {
            return false;
        }
        if (version.major() != 0 || minorDirty) {
            return sameMajor(v);
        }
        if (v.major() != 0) {
            return false;
        }
        if (version.minor() != 0 || patchDirty) {
            return sameMinor(v);
        }
        return v.minor() == 0 && v.patch() == version.patch();
    }
}
