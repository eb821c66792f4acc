package dev.sealedsecrets.controller.cluster;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;

/**
 * The connections to one API server.
 *
 * @param main for whole objects
 * @param metadata for lists and watches of Secrets; gets metadata only, whatever is asked for
 */
public record ClusterClients(KubernetesClient main, KubernetesClient metadata) implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    /** Enough for a hiccup. Whoever calls has a longer backoff of its own. */
    private static final int RETRIES = 2;
    /** A connection for each request under way costs both sides less than streams in one, and freezes alone. */
    private static final boolean WITHOUT_HTTP_2 = true;

    /**
     * Clients for this server. Opens no connection yet.
     *
     * @param config address and credentials; timeouts and retries in it are replaced
     */
    public static ClusterClients of(Config config) {
        Config bounded = new ConfigBuilder(config)
                .withConnectionTimeout(TIMEOUT_MILLIS)
                .withRequestTimeout(TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(RETRIES)
                .withHttp2Disable(WITHOUT_HTTP_2)
                .build();
        return new ClusterClients(
                new KubernetesClientBuilder().withConfig(bounded).build(),
                new KubernetesClientBuilder()
                        .withConfig(bounded)
                        .withKubernetesSerialization(new KubernetesSerialization(nullAsEmptyLists(), true))
                        .withHttpClientBuilderConsumer(
                                builder -> builder.addOrReplaceInterceptor(MetadataOnly.NAME, new MetadataOnly()))
                        .build());
    }

    /** An empty list of metadata has {@code items: null}, which the informers do not expect. */
    private static ObjectMapper nullAsEmptyLists() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        return mapper;
    }

    @Override
    public void close() {
        metadata.close();
        main.close();
    }
}
