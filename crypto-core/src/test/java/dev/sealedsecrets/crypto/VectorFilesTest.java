package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every file of the vectors is read by some test, and every file an entry names is there. */
class VectorFilesTest {
    private static final Set<String> READ_WHOLE =
            Set.of("README.md", "base64.json", "keyforms.json", "certforms.json", "fingerprints.json", "objects.json");

    @Test
    void noFileIsUnusedOrUnknown() {
        Set<String> named = new TreeSet<>(READ_WHOLE);
        for (String file : Vectors.files()) {
            if (Vectors.holdsItems(file)) {
                named.add(file);
                Vectors.entries(file).forEach(entry -> addKeys(entry, named));
            }
        }
        Vectors.entries("objects.json").forEach(entry -> addKeys(entry, named));
        Vectors.entries("fingerprints.json")
                .forEach(entry -> named.add(entry.get("key").textValue()));
        Vectors.entries("keyforms.json")
                .forEach(entry -> named.add(entry.get("file").textValue()));
        Vectors.entries("certforms.json")
                .forEach(entry -> named.add(entry.get("file").textValue()));
        named.addAll(CertificateVectorsTest.keyCertificates());

        assertThat(Vectors.files()).containsExactlyElementsOf(named);
    }

    private static void addKeys(JsonNode entry, Set<String> named) {
        entry.get("keys").forEach(file -> named.add(file.textValue()));
    }
}
