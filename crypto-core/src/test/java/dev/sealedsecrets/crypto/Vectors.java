package dev.sealedsecrets.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The interop vectors in the test resources; their README says what the files mean. */
final class Vectors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    static Path directory() {
        try {
            return Path.of(Objects.requireNonNull(Vectors.class.getResource("/vectors/README.md"))
                            .toURI())
                    .resolveSibling(".");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All files, as paths relative to the directory. */
    static List<String> files() {
        Path directory = directory().normalize();
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> entries(String file) {
        try {
            List<JsonNode> entries = new ArrayList<>();
            JSON.readTree(directory().resolve(file).toFile()).forEach(entries::add);
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of all {@code item-*.json}. */
    static List<JsonNode> items() {
        return files().stream()
                .filter(Vectors::holdsItems)
                .flatMap(file -> entries(file).stream())
                .toList();
    }

    static boolean holdsItems(String file) {
        return file.startsWith("item-") && file.endsWith(".json");
    }

    static String text(String file) {
        try {
            return new String(Files.readAllBytes(directory().resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SealingKey key(String file) {
        try {
            return SealingKey.parsePem(text(file));
        } catch (KeyFormatException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    static SealingCertificate certificate(String file) {
        try {
            return SealingCertificate.parse(text(file));
        } catch (CertificateFormatException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    static List<SealingKey> keys(JsonNode entry) {
        List<SealingKey> keys = new ArrayList<>();
        entry.get("keys").forEach(file -> keys.add(key(file.textValue())));
        return keys;
    }

    static byte[] base64(JsonNode node) {
        return Base64.getDecoder().decode(node.textValue());
    }
}
