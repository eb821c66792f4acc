package dev.sealedsecrets.template.dates;

import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.MethodSet;
import dev.sealedsecrets.template.value.PointerValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Methods of pointers to time zones. */
final class LocationMethods implements MethodSet {
    @Override
    public @Nullable GoFunction find(Value receiver, String name) {
        return name.equals("String") && receiver instanceof PointerValue
                ? GoFunction.of(a -> TextValue.of(string(receiver).orElse("UTC")))
                : null;
    }

    @Override
    public Optional<String> string(Value receiver) {
        return receiver instanceof PointerValue pointer
                ? pointer.target().map(zone -> ((Zone) zone).name())
                : Optional.empty();
    }
}
