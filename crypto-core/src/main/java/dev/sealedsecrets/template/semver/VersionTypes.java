package dev.sealedsecrets.template.semver;

import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.Kind;

/** The types of the semver library sprig uses. */
final class VersionTypes {
    static final GoType VERSION = GoType.named("semver.Version", Kind.STRUCT, new VersionMethods());
    static final GoType POINTER = GoType.pointerTo(VERSION);

    private VersionTypes() {}
}
