package dev.sealedsecrets.blackbox;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The API server, for an administrator, for a user without any role, and for nobody. */
final class Api {

    private final HttpClient client;
    private final String server;
    private final Map<String, String> tokens = new HashMap<>();

    Api() {
        Config admin = config("KUBECONFIG");
        server = admin.getMasterUrl().replaceAll("/$", "");
        tokens.put("admin", token(admin));
        tokens.put("viewer", token(config("CONTROL_PLANE_VIEWER_KUBECONFIG")));
        try {
            client = HttpClient.newBuilder()
                    .sslContext(SSLUtils.sslContext(admin))
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of the API server, without a slash at the end. */
    String server() {
        return server;
    }

    private static String token(Config config) {
        return Objects.requireNonNull(
                config.getOauthToken() == null ? config.getAutoOAuthToken() : config.getOauthToken(), "no token");
    }

    private static Config config(String variable) {
        return Config.fromKubeconfig(new File(Objects.requireNonNull(System.getenv(variable), variable)));
    }

    Reply request(String method, String path, @Nullable Object body) {
        return request(method, path, body, "application/json");
    }

    Reply request(String method, String path, @Nullable Object body, String type) {
        Map<String, String> headers = body == null ? Map.of() : Map.of("Content-Type", type);
        return request(method, path, body == null ? null : Reply.write(body), "admin", headers);
    }

    Reply request(String method, String path, @Nullable String body, String user, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        request.header("Accept", "application/json");
        headers.forEach(request::header);
        String token = tokens.get(user);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int attempt = 0; ; attempt++) {
            Reply reply = send(request.build());
            if (reply.status() != 429 || !reply.text().contains("(re)initializing") || attempt > 40) {
                return reply;
            }
            Pauses.seconds(0.25);
        }
    }

    private Reply send(HttpRequest request) {
        try {
            return Reply.of(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("the request broke: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Nullable
    Object get(String kind, String namespace, String name) {
        Reply reply = request("GET", Kinds.object(kind, namespace, name), null);
        return reply.status() == 404 ? null : reply.ok().json();
    }

    List<?> list(String path) {
        return Fields.list(request("GET", path, null).ok().object().get("items"));
    }

    Reply mergePatch(String path, Object body) {
        return request("PATCH", path, body, "application/merge-patch+json");
    }
}
