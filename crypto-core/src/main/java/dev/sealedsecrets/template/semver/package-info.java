/** Semantic versions and constraints as the sprig functions semver and semverCompare read them. */
@NullMarked
package dev.sealedsecrets.template.semver;

import org.jspecify.annotations.NullMarked;
