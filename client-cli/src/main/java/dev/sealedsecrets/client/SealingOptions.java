package dev.sealedsecrets.client;

import dev.sealedsecrets.crypto.Scope;
import org.jspecify.annotations.Nullable;

/**
 * How Secrets are sealed.
 *
 * @param scope the scope whatever their annotations say; null to let the annotations decide
 * @param name the name in place of theirs; the empty text to keep theirs
 * @param allowEmptyData whether a Secret may have no data
 */
public record SealingOptions(@Nullable Scope scope, String name, boolean allowEmptyData) {

    /** As the Secrets themselves say; one without data is refused. */
    public static final SealingOptions USUAL = new SealingOptions(null, "", false);
}
