package dev.sealedsecrets.blackbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a case plays: its namespaces, and what it has remembered. */
final class Scene {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    final World world;
    final String namespace;
    private final Map<String, Object> variables = new ConcurrentHashMap<>();

    Scene(World world, String namespace) {
        this.world = world;
        this.namespace = namespace;
        world.certificates.forEach((name, pem) -> variables.put("cert_" + name.replace('-', '_'), pem));
    }

    void remember(String name, @Nullable Object value) {
        if (value == null) {
            variables.remove(name);
        } else {
            variables.put(name, value);
        }
    }

    Object variable(String name) {
        Object value = variables.get(name);
        if (value == null) {
            throw new AssertionError("the variable " + name + " was never set");
        }
        return value;
    }

    /** The value with namespaces and variables put in. */
    @Nullable
    Object filled(@Nullable Object value) {
        if (value instanceof String text) {
            return filledText(text);
        }
        if (value instanceof Map<?, ?> mapping) {
            Map<Object, @Nullable Object> filled = new LinkedHashMap<>();
            mapping.forEach(
                    (key, each) -> filled.put(key instanceof String text ? filledText(text) : key, filled(each)));
            return filled;
        }
        return value instanceof List<?> list ? list.stream().map(this::filled).toList() : value;
    }

    private Object filledText(String text) {
        String filled = World.filled(text.replace("$NS2", namespace + "-b").replace("$NS", namespace));
        Matcher matcher = VARIABLE.matcher(filled);
        if (matcher.matches()) {
            return variable(matcher.group(1));
        }
        return VARIABLE.matcher(filled)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(variable(found.group(1)))));
    }

    /** The namespace that a step or check names, else that of the case. */
    String namespaceOf(Fields fields) {
        return fields.text("namespace", namespace);
    }

    static byte[] plaintext(@Nullable Object value) {
        if (value instanceof Map<?, ?> mapping) {
            Fields fields = Fields.of(mapping);
            return fields.has("base64")
                    ? Base64.getDecoder().decode(fields.text("base64"))
                    : fields.text("repeat").repeat(fields.number("times", 1)).getBytes(StandardCharsets.UTF_8);
        }
        String text =
                Boolean.TRUE.equals(value) ? "True" : Boolean.FALSE.equals(value) ? "False" : String.valueOf(value);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The reference of an object to the SealedSecret that owns it. */
    static Map<String, Object> ownedBy(String name, Fields sealedSecret) {
        return Map.of(
                "apiVersion",
                "bitnami.com/v1alpha1",
                "kind",
                "SealedSecret",
                "name",
                name,
                "uid",
                sealedSecret.at("metadata").text("uid", "?"),
                "controller",
                true);
    }

    static String label(String namespace, String name, String scope) {
        return switch (scope) {
            case "strict" -> namespace + "/" + name;
            case "namespace-wide" -> namespace;
            case "cluster-wide" -> "";
            default -> throw new BadCaseException("unknown scope " + scope);
        };
    }
}
