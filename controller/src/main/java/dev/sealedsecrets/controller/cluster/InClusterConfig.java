package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** How a pod finds its API server: two environment variables, and the folder of its service account. */
public final class InClusterConfig {
    /** The namespace of a controller that finds no other. */
    private static final String DEFAULT_NAMESPACE = "default";

    private InClusterConfig() {}

    /**
     * Address and credentials of the API server, proxies as usual. The token is read again as it is renewed.
     *
     * @param variables environment variables
     * @param serviceAccount folder with {@code token} and {@code ca.crt}
     * @throws NoClusterException if a variable or the token is missing
     */
    public static Config load(Map<String, String> variables, Path serviceAccount, InstantSource clock)
            throws NoClusterException {
        String host = variables.getOrDefault("KUBERNETES_SERVICE_HOST", "");
        String port = variables.getOrDefault("KUBERNETES_SERVICE_PORT", "");
        if (host.isEmpty() || port.isEmpty()) {
            throw new NoClusterException("KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT must be defined");
        }
        ServiceAccountToken token = new ServiceAccountToken(serviceAccount.resolve("token"), clock);
        try {
            token.read();
        } catch (IOException e) {
            throw new NoClusterException("cannot read the token of the service account", e);
        }
        String proxy = either(variables, "HTTPS_PROXY", "https_proxy");
        Path authority = serviceAccount.resolve("ca.crt");
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port)
                .withCaCertFile(Files.exists(authority) ? authority.toString() : null)
                .withOauthTokenProvider(token)
                .withHttpsProxy(proxy.isEmpty() ? null : proxy)
                .withNoProxy(noProxy(variables))
                .build();
    }

    /** The namespace of the controller: {@code POD_NAMESPACE}, else that of the service account, else {@code default}. */
    public static String namespace(Map<String, String> variables, Path serviceAccount) {
        String given = variables.getOrDefault("POD_NAMESPACE", "");
        if (!given.isEmpty()) {
            return given;
        }
        try {
            String mounted =
                    Files.readString(serviceAccount.resolve("namespace")).strip();
            return mounted.isEmpty() ? DEFAULT_NAMESPACE : mounted;
        } catch (IOException e) {
            return DEFAULT_NAMESPACE;
        }
    }

    private static String[] noProxy(Map<String, String> variables) {
        String hosts = either(variables, "NO_PROXY", "no_proxy");
        return hosts.isEmpty() ? new String[0] : hosts.split(",", -1);
    }

    private static String either(Map<String, String> variables, String name, String otherName) {
        String value = variables.getOrDefault(name, "");
        return value.isEmpty() ? variables.getOrDefault(otherName, "") : value;
    }
}
