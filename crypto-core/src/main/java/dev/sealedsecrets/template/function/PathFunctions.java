package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.value.BoolValue;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** sprig's path functions. The os forms follow Unix here, as in the controller's container, so that both are one. */
final class PathFunctions {
    private PathFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "base", "osBase" -> of(PathFunctions::base);
            case "dir", "osDir" -> of(path -> clean(path.substring(0, path.lastIndexOf('/') + 1)));
            case "clean", "osClean" -> of(PathFunctions::clean);
            case "ext", "osExt" -> of(PathFunctions::extension);
            case "isAbs", "osIsAbs" -> GoFunction.of(a -> BoolValue.of(a.text(0).startsWith("/")), STRING);
            default -> null;
        };
    }

    private static GoFunction of(UnaryOperator<String> change) {
        return GoFunction.of(
                a -> {
                    a.budget().bytes(a.text(0).length());
                    return TextValue.of(change.apply(a.text(0)));
                },
                STRING);
    }

    private static String base(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return end == 0 ? "/" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
    }

    /** The shortest path that means the same: no double slashes, no dots but leading double ones. */
    private static String clean(String path) {
        boolean rooted = path.startsWith("/");
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            boolean parent = part.equals("..");
            if (parent && !parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
                parts.remove(parts.size() - 1);
            } else if (!parent || !rooted) {
                parts.add(part);
            }
        }
        String joined = String.join("/", parts);
        return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
    }
}
