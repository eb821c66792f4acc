package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.Sealer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reading and writing held against transcripts of the original: the input is sealed, the items are masked, the text must be equal. */
class GoldenCasesTest {
    private static final String NOTHING_READ = "error: no secrets found. Ensure the input is valid and UTF-8 encoded\n";

    private final SecretSealer sealer =
            new SecretSealer(new Sealer(new SecureRandom()), TestKeys.first().publicKey());

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException, URISyntaxException {
        Path readme = Path.of(Objects.requireNonNull(getClass().getResource("/kubeseal-cases/README.md"))
                .toURI());
        try (Stream<Path> files = Files.list(Objects.requireNonNull(readme.getParent()))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check(load(file))))
                    .toList()
                    .stream();
        }
    }

    private void check(Map<?, ?> testCase) {
        Map<?, ?> expected = (Map<?, ?>) Objects.requireNonNull(testCase.get("expect"));
        if (Objects.equals(expected.get("exit"), 0)) {
            assertThat(seal(testCase)).isEqualTo(expected.get("stdout"));
        } else if (NOTHING_READ.equals(expected.get("stderr"))) {
            assertThat(readsAsNothing(testCase)).isTrue();
        } else {
            assertThat("error: " + failure(testCase) + "\n").matches((String) expected.get("stderrRegex"));
        }
    }

    private String seal(Map<?, ?> testCase) {
        try {
            return sealAll(testCase);
        } catch (DocumentException | DecodeException | MissingNamespaceException e) {
            return fail("was refused", e);
        }
    }

    private String failure(Map<?, ?> testCase) {
        try {
            return fail("was accepted: " + sealAll(testCase));
        } catch (DocumentException | DecodeException | MissingNamespaceException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static boolean readsAsNothing(Map<?, ?> testCase) {
        try {
            List<Document> documents = read(testCase);
            return documents.size() == 1 && !(documents.get(0).tree() instanceof Tree.Mapping);
        } catch (DocumentException e) {
            return e.isMalformedAlone();
        }
    }

    private String sealAll(Map<?, ?> testCase) throws DocumentException, DecodeException, MissingNamespaceException {
        List<String> arguments = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(testCase.get("args"))).forEach(argument -> arguments.add((String) argument));
        StringBuilder out = new StringBuilder();
        for (Document document : read(testCase)) {
            for (Document object : document.isList() ? document.items() : List.of(document)) {
                Secret secret = Secret.decode(object.tree(), Decoding.MANIFEST);
                SealedSecret sealed = masked(sealer.seal(secret.withMetadata(metadata(secret, arguments))));
                out.append(isYaml(arguments) ? ObjectWriter.toYaml(sealed) : ObjectWriter.toJson(sealed));
            }
        }
        return out.toString();
    }

    private static ObjectMeta metadata(Secret secret, List<String> arguments) {
        ObjectMeta metadata = secret.metadata();
        if (arguments.contains("--name")) {
            metadata = metadata.withName(arguments.get(arguments.indexOf("--name") + 1));
        }
        if (arguments.contains("--scope")) {
            Scope scope =
                    Scope.parse(arguments.get(arguments.indexOf("--scope") + 1)).orElseThrow();
            return scope == Scope.STRICT ? metadata : metadata.withScope(scope);
        }
        return metadata;
    }

    private static boolean isYaml(List<String> arguments) {
        return arguments.stream()
                .anyMatch(argument -> argument.toLowerCase(Locale.ROOT).endsWith("yaml"));
    }

    /** The object with each item replaced by what it holds and is bound to, in the notation of the cases. */
    private static SealedSecret masked(SealedSecret sealed) {
        SecretUnsealer unsealer = new SecretUnsealer((name, text, values) -> new byte[0], false);
        UnsealOutcome outcome = unsealer.unseal(sealed, TestKeys.ring(TestKeys.first()));
        Map<String, String> masks = new LinkedHashMap<>();
        String label = new String(sealed.label().bytes(), StandardCharsets.UTF_8);
        ((UnsealOutcome.Unsealed) outcome)
                .secret()
                .data()
                .forEach((key, value) -> masks.put(
                        key, "${sealed:" + label + ":" + Base64.getEncoder().encodeToString(value.bytes()) + "}"));
        return sealed.withEncryptedData(masks);
    }

    private static List<Document> read(Map<?, ?> testCase) throws DocumentException {
        String input = (String) Objects.requireNonNull(testCase.get("stdin"));
        return Documents.read(input.getBytes(StandardCharsets.UTF_8), "stdin", Limits.DEFAULT);
    }

    private static Map<?, ?> load(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }
}
