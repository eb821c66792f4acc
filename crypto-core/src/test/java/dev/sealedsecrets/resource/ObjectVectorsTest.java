package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.SealingKey;
import dev.sealedsecrets.template.GoTemplate;
import dev.sealedsecrets.template.TemplateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every whole object of the interop vectors. */
class ObjectVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TemplateRenderer TEMPLATES = (name, text, values) -> {
        try {
            return GoTemplate.parse(name, text).render(values);
        } catch (TemplateException e) {
            throw new TemplateFailure(String.valueOf(e.getMessage()), e.publicMessage());
        }
    };

    @TestFactory
    Stream<DynamicTest> everyObjectGivesWhatTheVectorSays() {
        return entries().stream().map(entry -> DynamicTest.dynamicTest(name(entry), () -> check(entry)));
    }

    private static void check(JsonNode entry) throws Exception {
        JsonNode expected = entry.get("expect");
        if (expected.path("stage").asText().equals("decode")) {
            assertThatThrownBy(() -> decode(entry)).isInstanceOf(DecodeException.class);
            return;
        }
        UnsealOutcome outcome = new SecretUnsealer(
                        TEMPLATES, entry.get("acceptDeprecatedV1Data").booleanValue())
                .unseal(decode(entry), keys(entry));
        if (outcome instanceof UnsealOutcome.Unsealed unsealed) {
            assertThat(expected.get("outcome").textValue()).isEqualTo("ok");
            assertThat(JSON.readTree(ObjectWriter.toJson(unsealed.secret())))
                    .isEqualTo(withEmptyValues(expected.get("secret")));
        } else if (outcome instanceof UnsealOutcome.Failed failed) {
            assertThat(expected.get("outcome").textValue()).isEqualTo("fail");
            assertThat(acceptedErrors(expected)).contains(failed.message());
        }
    }

    private static SealedSecret decode(JsonNode entry) throws DecodeException, DocumentException {
        byte[] json = entry.get("sealedSecret").toString().getBytes(StandardCharsets.UTF_8);
        Tree tree = Documents.read(json, "vector", Limits.DEFAULT).get(0).tree();
        return SealedSecret.decode(tree, Decoding.LENIENT);
    }

    private static KeyRing keys(JsonNode entry) {
        List<SealingKey> keys = new ArrayList<>();
        entry.get("keys").forEach(file -> keys.add(TestKeys.key(file.textValue())));
        return KeyRing.of(keys);
    }

    /** The vectors show an empty value as null, as the original's encoder does. */
    private static JsonNode withEmptyValues(JsonNode secret) {
        if (secret.get("data") instanceof ObjectNode data) {
            data.fieldNames().forEachRemaining(key -> {
                if (data.get(key).isNull()) {
                    data.put(key, "");
                }
            });
        }
        return secret;
    }

    private static List<String> acceptedErrors(JsonNode expected) {
        if (expected.has("anyOfErrors")) {
            return StreamSupport.stream(expected.get("anyOfErrors").spliterator(), false)
                    .map(JsonNode::textValue)
                    .toList();
        }
        return List.of(expected.get("error").textValue());
    }

    private static List<JsonNode> entries() {
        try {
            List<JsonNode> entries = new ArrayList<>();
            JSON.readTree(TestKeys.resource("/vectors/objects.json")).forEach(entries::add);
            return entries;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(JsonNode entry) {
        return entry.get("name").textValue();
    }
}
