package dev.sealedsecrets.controller.reconcile;

import static dev.sealedsecrets.controller.reconcile.ReconcilerFixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sealedsecrets.controller.reconcile.ReconcilerFixture.Options;
import dev.sealedsecrets.resource.Annotations;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries with random or clock functions: when they keep the value they have, and when they get a new one. */
class RenderedOnceTest {
    private static final String TEMPLATE = "{\"data\": {\"token\": \"random\"}}";

    private ReconcilerFixture fixture = new ReconcilerFixture(Options.USUAL);

    @AfterEach
    void end() {
        fixture.close();
    }

    private void createAndSettle() {
        fixture.create(fixture.spec(0, "bar", TEMPLATE));
        fixture.passUntilSettled();
    }

    private void restart() {
        fixture.memory.remove(KEY);
    }

    private String token() {
        SecretValue value =
                Objects.requireNonNull(fixture.secret().orElseThrow().data().get("token"));
        return new String(value.bytes(), StandardCharsets.UTF_8);
    }

    private void edit(String key, String value, Map<String, String> labels) {
        Secret secret = fixture.secret().orElseThrow();
        Map<String, SecretValue> data = new HashMap<>(secret.data());
        data.put(key, SecretValue.ofText(value));
        fixture.put(
                new Secret(secret.metadata().edit().labels(labels).done(), secret.type(), secret.immutable(), data));
    }

    @Test
    void theValueStaysThroughARestart() {
        createAndSettle();
        restart();
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("rendering 1");
    }

    @Test
    void theValueStaysWhenOnlyLabelsOfTheSecretChange() {
        createAndSettle();
        edit("foo", "bar", Map.of("a", "b"));
        restart();
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("rendering 1");
        assertThat(fixture.endAndListEvents()).noneMatch(event -> event.startsWith("Rendered"));
    }

    @Test
    void aNewSpecIsRenderedAnew() {
        createAndSettle();
        fixture.replaceSpec(fixture.spec(0, "bar2", TEMPLATE));
        fixture.edit(object ->
                object.getMetadata().setGeneration(object.getMetadata().getGeneration() + 1));
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("rendering 2");
    }

    @Test
    void anotherScopeIsRenderedAnew() {
        createAndSettle();
        fixture.edit(object -> object.getMetadata().setAnnotations(Map.of(Annotations.NAMESPACE_WIDE, "true")));
        fixture.replaceSpec(withoutItems());
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("rendering 2");
    }

    private ObjectNode withoutItems() {
        ObjectNode spec = fixture.spec(0, "bar", TEMPLATE);
        spec.putObject("encryptedData");
        return spec;
    }

    @Test
    void aLostSecretIsRenderedAnewWithAnEventThatNamesTheEntry() {
        createAndSettle();
        fixture.deleteSecret();
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("rendering 2");
        assertThat(fixture.endAndListEvents())
                .contains("Rendered: rendered anew, because the Secret was lost or edited: token");
    }

    @Test
    void editedValuesAreRenderedAnewWithAnEvent() {
        createAndSettle();
        edit("token", "mine", Map.of());
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("rendering 2");
        assertThat(fixture.endAndListEvents())
                .contains("Rendered: rendered anew, because the Secret was lost or edited: token");
    }

    @Test
    void aSecretFromBeforeThereWereRecordsKeepsItsValue() {
        createAndSettle();
        fixture.edit(object -> {
            ObjectNode status = JsonNodeFactory.instance.objectNode();
            status.put("observedGeneration", object.getMetadata().getGeneration());
            status.putArray("conditions").addObject().put("type", "Synced").put("status", "True");
            object.setStatus(status);
        });
        restart();
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("rendering 1");
    }

    @Test
    void withoutStatusesTheValueStaysAsItIsInTheSecret() {
        fixture.close();
        fixture = new ReconcilerFixture(new Options(DriftMode.HEAL, false, false, true, 2));
        createAndSettle();
        restart();
        fixture.passUntilSettled();
        edit("token", "mine", Map.of());
        restart();
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("mine");
    }

    @Test
    void otherEntriesAreHealedBesideIt() {
        createAndSettle();
        edit("more", "than ours", Map.of());
        fixture.passUntilSettled();

        assertThat(token()).isEqualTo("rendering 1");
        assertThat(fixture.secret().orElseThrow().data().keySet())
                .isEqualTo(new java.util.HashSet<>(List.of("foo", "token")));
    }
}
