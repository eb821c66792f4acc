package dev.sealedsecrets.controller.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataOnlyTest {
    private static final Interceptor.RequestTags NO_TAGS = new Interceptor.RequestTags() {
        @Override
        public <T> @Nullable T getTag(Class<T> type) {
            return null;
        }
    };

    @ParameterizedTest
    @CsvSource({
        "https://api/secrets, PartialObjectMetadataList",
        "https://api/secrets?limit=500, PartialObjectMetadataList",
        "https://api/secrets?allowWatchBookmarks=true&watch=true, PartialObjectMetadata"
    })
    void listsAndWatchesAskForMetadata(String uri, String form) {
        StandardHttpRequest.Builder builder = new StandardHttpRequest.Builder();
        builder.uri(uri);
        builder.header("Accept", "application/json");

        new MetadataOnly()
                .before(
                        builder,
                        new StandardHttpRequest.Builder().uri(URI.create(uri)).build(),
                        NO_TAGS);

        assertThat(builder.build().headers("Accept"))
                .containsExactly("application/json;as=" + form + ";g=meta.k8s.io;v=v1");
    }
}
