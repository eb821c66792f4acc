package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.cluster.Fields.WrongShape;
import dev.sealedsecrets.resource.Tree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes the document of a kubeconfig file; files that it names are relative to its folder. */
final class KubeconfigParser {

    private final Path folder;

    KubeconfigParser(Path folder) {
        this.folder = folder;
    }

    Kubeconfig parse(Tree document) throws WrongShape {
        Fields root = Fields.of("", document);
        Map<String, ClusterEntry> clusters = new HashMap<>();
        for (Tree item : root.items("clusters")) {
            Fields entry = Fields.of("clusters", item);
            clusters.put(entry.text("name"), cluster(entry.mapping("cluster")));
        }
        Map<String, UserEntry> users = new HashMap<>();
        for (Tree item : root.items("users")) {
            Fields entry = Fields.of("users", item);
            users.put(entry.text("name"), user(entry.mapping("user")));
        }
        Map<String, ContextEntry> contexts = new HashMap<>();
        for (Tree item : root.items("contexts")) {
            Fields entry = Fields.of("contexts", item);
            Fields context = entry.mapping("context");
            contexts.put(
                    entry.text("name"),
                    new ContextEntry(context.text("cluster"), context.text("user"), context.text("namespace")));
        }
        return new Kubeconfig(clusters, users, contexts, root.text("current-context"));
    }

    private ClusterEntry cluster(Fields fields) throws WrongShape {
        return new ClusterEntry(
                fields.text("server"),
                pem(fields, "certificate-authority"),
                fields.isTrue("insecure-skip-tls-verify"),
                fields.text("tls-server-name"),
                fields.text("proxy-url"),
                fields.isTrue("disable-compression"));
    }

    private UserEntry user(Fields fields) throws WrongShape {
        String tokenFile = fields.text("tokenFile");
        Fields exec = fields.mapping("exec");
        return new UserEntry(
                new Credentials(fields.text("token"), fields.text("username"), fields.text("password")),
                tokenFile.isEmpty() ? null : folder.resolve(tokenFile),
                pem(fields, "client-certificate"),
                pem(fields, "client-key"),
                exec.isEmpty() ? null : plugin(exec),
                fields.mapping("auth-provider").text("name"),
                new Impersonation(fields.text("as"), fields.text("as-uid"), fields.texts("as-groups")));
    }

    private ExecPlugin plugin(Fields fields) throws WrongShape {
        Map<String, String> environment = new HashMap<>();
        for (Tree item : fields.items("env")) {
            Fields variable = Fields.of("exec.env", item);
            environment.put(variable.text("name"), variable.text("value"));
        }
        List<String> arguments = fields.texts("args");
        return new ExecPlugin(
                fields.text("apiVersion"),
                fields.text("command"),
                arguments,
                environment,
                fields.text("interactiveMode"),
                fields.isTrue("provideClusterInfo"),
                fields.text("installHint"),
                folder);
    }

    /** What is held in the kubeconfig itself wins over a file. */
    private @Nullable PemSource pem(Fields fields, String name) throws WrongShape {
        String data = fields.text(name + "-data");
        if (!data.isEmpty()) {
            return new PemSource.Inline(data);
        }
        String file = fields.text(name);
        return file.isEmpty() ? null : new PemSource.InFile(folder.resolve(file));
    }
}
