package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/** Events in the API, one call per method. Thread-safe. */
public final class EventApi {
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final KubernetesClient client;
    private final ApiCalls calls;

    public EventApi(KubernetesClient client, CallRules rules) {
        this.client = client;
        this.calls = new ApiCalls(rules);
    }

    /** Creates an event. */
    public void create(Event event) throws ApiFailure {
        calls.write(() -> client.v1()
                .events()
                .inNamespace(event.getMetadata().getNamespace())
                .resource(event)
                .create());
    }

    /** Counts an event up. {@code MISSING}: it has expired. */
    public void count(ObjectKey event, int count, String lastTimestamp) throws ApiFailure {
        String patch = "{\"count\":" + count + ",\"lastTimestamp\":\"" + lastTimestamp + "\"}";
        // Named by an object, not by name: then the client does not read the event first, which the role does not
        // grant.
        Event named = new EventBuilder()
                .withNewMetadata()
                .withNamespace(event.namespace())
                .withName(event.name())
                .endMetadata()
                .build();
        calls.write(() -> client.v1()
                .events()
                .inNamespace(event.namespace())
                .resource(named)
                .patch(MERGE, patch));
    }
}
