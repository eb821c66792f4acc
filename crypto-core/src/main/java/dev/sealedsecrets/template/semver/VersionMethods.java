package dev.sealedsecrets.template.semver;

import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.format.Bytes;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.GoType;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.MethodSet;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Methods of versions; those that compare need a pointer, which semver gives and IncMajor and the like do not. */
final class VersionMethods implements MethodSet {
    @Override
    public @Nullable GoFunction find(Value receiver, String name) {
        Version v = version(receiver);
        GoFunction method = valueMethod(v, name);
        return method == null && receiver instanceof PointerValue ? pointerMethod(receiver, v, name) : method;
    }

    private static Version version(Value value) {
        if (value instanceof PointerValue pointer) {
            return (Version) pointer.target()
                    .orElseThrow(() -> new GoError("runtime error: invalid memory address or nil pointer dereference"));
        }
        return (Version) value;
    }

    private static @Nullable GoFunction valueMethod(Version v, String name) {
        return switch (name) {
            case "String", "Value" -> GoFunction.of(a -> TextValue.of(v.text()));
            case "Major" -> unsigned(v.major());
            case "Minor" -> unsigned(v.minor());
            case "Patch" -> unsigned(v.patch());
            case "Prerelease" -> GoFunction.of(a -> TextValue.of(v.prerelease()));
            case "Metadata" -> GoFunction.of(a -> TextValue.of(v.metadata()));
            case "IncMajor" -> GoFunction.of(a -> v.derived(v.major() + 1, 0, 0, "", ""));
            case "IncMinor" -> GoFunction.of(a -> v.derived(v.major(), v.minor() + 1, 0, "", ""));
            case "IncPatch" -> GoFunction.of(a -> nextPatch(v));
            case "SetPrerelease" -> GoFunction.of(a -> withPrerelease(v, a.text(0)), STRING);
            case "SetMetadata" -> GoFunction.of(a -> withMetadata(v, a.text(0)), STRING);
            case "MarshalText" -> GoFunction.of(a -> Bytes.list(v.text()));
            case "MarshalJSON" -> GoFunction.of(a -> Bytes.list("\"" + v.text() + "\""));
            default -> null;
        };
    }

    private static @Nullable GoFunction pointerMethod(Value receiver, Version v, String name) {
        return switch (name) {
            case "Original" -> GoFunction.of(a -> TextValue.of(v.original()));
            case "Compare" -> GoFunction.of(a -> IntValue.of(v.compareTo(other(a))), VersionTypes.POINTER);
            case "Equal" -> GoFunction.of(a -> BoolValue.of(isEqual(receiver, v, a)), VersionTypes.POINTER);
            case "LessThan" -> comparison(v, order -> order < 0);
            case "LessThanEqual" -> comparison(v, order -> order <= 0);
            case "GreaterThan" -> comparison(v, order -> order > 0);
            case "GreaterThanEqual" -> comparison(v, order -> order >= 0);
            default -> null;
        };
    }

    @Override
    public Optional<String> string(Value receiver) {
        return Optional.of(version(receiver).text());
    }

    private static GoFunction unsigned(long n) {
        return GoFunction.of(a -> new IntValue(GoType.UINT64, n));
    }

    private static Version other(Arguments a) {
        return version(a.get(0));
    }

    private static boolean isEqual(Value receiver, Version v, Arguments a) {
        return a.get(0) == receiver || (!a.get(0).isNil() && v.compareTo(other(a)) == 0);
    }

    private static GoFunction comparison(Version v, IntPredicate holds) {
        return GoFunction.of(a -> BoolValue.of(holds.test(v.compareTo(other(a)))), VersionTypes.POINTER);
    }

    /** The release of a prerelease, or else the next patch. */
    private static Version nextPatch(Version v) {
        long patch = v.prerelease().isEmpty() ? v.patch() + 1 : v.patch();
        return v.derived(v.major(), v.minor(), patch, "", "");
    }

    private static Version withPrerelease(Version v, String prerelease) {
        if (!prerelease.isEmpty()) {
            Version.checkPrerelease(prerelease);
        }
        return v.derived(v.major(), v.minor(), v.patch(), prerelease, v.metadata());
    }

    private static Version withMetadata(Version v, String metadata) {
        if (!metadata.isEmpty()) {
            Version.checkMetadata(metadata);
        }
        return v.derived(v.major(), v.minor(), v.patch(), v.prerelease(), metadata);
    }
}
