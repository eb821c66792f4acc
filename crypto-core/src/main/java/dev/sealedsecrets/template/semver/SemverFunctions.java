package dev.sealedsecrets.template.semver;

import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.Value;
import org.jspecify.annotations.Nullable;

/** sprig's functions for semantic versions. */
public final class SemverFunctions {
    /** Longer texts are no versions anybody means, and comparing them takes time. */
    private static final int MAX_LENGTH = 4096;

    private SemverFunctions() {}

    /** The function of a name, or null. */
    public static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "semver" ->
                GoFunction.of(a -> PointerValue.to(VersionTypes.POINTER, Version.parse(bounded(a, 0))), STRING);
            case "semverCompare" -> GoFunction.of(SemverFunctions::compare, STRING, STRING);
            default -> null;
        };
    }

    private static String bounded(Arguments a, int index) {
        if (a.text(index).length() > MAX_LENGTH) {
            throw new GoError("version of more than " + MAX_LENGTH + " bytes");
        }
        a.budget().bytes(64L * a.text(index).length());
        return a.text(index);
    }

    private static Value compare(Arguments a) {
        Constraints constraints = Constraints.parse(bounded(a, 0));
        return BoolValue.of(constraints.check(Version.parse(bounded(a, 1))));
    }
}
