package dev.sealedsecrets.client;

import dev.sealedsecrets.resource.ObjectWriter;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How objects are written: JSON objects one after the other, or YAML documents each with a separator before it. */
public enum OutputFormat {
    /** Indented JSON. */
    JSON {
        @Override
        String text(SealedSecret object) {
            return ObjectWriter.toJson(object);
        }

        @Override
        String text(Secret object) {
            return ObjectWriter.toJson(object);
        }
    },
    /** YAML 1.1. */
    YAML {
        @Override
        String text(SealedSecret object) {
            return ObjectWriter.toYaml(object);
        }

        @Override
        String text(Secret object) {
            return ObjectWriter.toYaml(object);
        }
    };

    /** YAML for a name in {@code .yaml} or {@code .yml}, else JSON. */
    public static OutputFormat ofFile(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") ? YAML : JSON;
    }

    abstract String text(SealedSecret object);

    abstract String text(Secret object);

    /** The objects in UTF-8, in order. */
    public byte[] writeSealedSecrets(List<SealedSecret> objects) throws ClientException {
        return String.join("", ManyObjects.each(objects, this::text)).getBytes(StandardCharsets.UTF_8);
    }

    /** The objects in UTF-8, in order. */
    public byte[] writeSecrets(List<Secret> objects) {
        StringBuilder text = new StringBuilder();
        for (Secret object : objects) {
            text.append(text(object));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
