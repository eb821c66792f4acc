package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.resource.ObjectWriter;
import dev.sealedsecrets.resource.Tree;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a credential plugin is told, in the variable KUBERNETES_EXEC_INFO: whether it may ask the user, and which cluster. */
final class ExecPluginRequest {

    private ExecPluginRequest() {}

    static String json(ExecPlugin plugin, ClusterEntry cluster, boolean interactive) throws KubeconfigException {
        String version = plugin.apiVersion();
        if (!version.equals("client.authentication.k8s.io/v1")
                && !version.equals("client.authentication.k8s.io/v1beta1")) {
            throw KubeconfigException.broken("exec plugin: invalid apiVersion \"" + version + "\"");
        }
        Map<String, Tree> spec = new LinkedHashMap<>();
        spec.put("interactive", Tree.bool(interactive));
        if (plugin.provideClusterInfo()) {
            spec.put("cluster", describe(cluster));
        }
        Map<String, Tree> request = new LinkedHashMap<>();
        request.put("kind", Tree.text("ExecCredential"));
        request.put("apiVersion", Tree.text(version));
        request.put("spec", new Tree.Mapping(spec));
        return ObjectWriter.toCompactJson(new Tree.Mapping(request));
    }

    private static Tree describe(ClusterEntry cluster) throws KubeconfigException {
        Map<String, Tree> fields = new LinkedHashMap<>();
        fields.put("server", Tree.text(cluster.server()));
        putUnlessEmpty(fields, "tls-server-name", cluster.tlsServerName());
        if (cluster.insecureSkipTlsVerify()) {
            fields.put("insecure-skip-tls-verify", Tree.bool(true));
        }
        @Nullable PemSource authority = cluster.authority();
        if (authority != null) {
            byte[] pem = authority.read("certificate-authority");
            fields.put(
                    "certificate-authority-data", Tree.text(Base64.getEncoder().encodeToString(pem)));
        }
        putUnlessEmpty(fields, "proxy-url", cluster.proxyUrl());
        return new Tree.Mapping(fields);
    }

    private static void putUnlessEmpty(Map<String, Tree> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, Tree.text(value));
        }
    }
}
