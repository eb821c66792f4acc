package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;

/**
 * Asks the API server for the metadata of objects only, in lists and watches alike. The Secrets of a cluster may be large
 * and are mostly not ours: their values never enter this process.
 */
final class MetadataOnly implements Interceptor {
    static final String NAME = "metadata-only";

    private static final String FORM = ";g=meta.k8s.io;v=v1";

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        String query = request.uri().getQuery();
        boolean watch = query != null && query.contains("watch=true");
        builder.setHeader("Accept", "application/json;as=PartialObjectMetadata" + (watch ? "" : "List") + FORM);
    }
}
