package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.MethodSet;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Methods of months and weekdays, which print as their names.
 *
 * @param first number of the first name
 */
record NameMethods(String type, List<String> names, int first) implements MethodSet {
    @Override
    public @Nullable GoFunction find(Value receiver, String name) {
        return name.equals("String") ? GoFunction.of(a -> TextValue.of(text(receiver))) : null;
    }

    @Override
    public Optional<String> string(Value receiver) {
        return Optional.of(text(receiver));
    }

    private String text(Value receiver) {
        long n = ((IntValue) receiver).value();
        return n >= first && n < first + names.size()
                ? names.get((int) n - first)
                : "%!" + type + "(" + Long.toUnsignedString(n) + ")";
    }
}
