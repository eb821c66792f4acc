package dev.sealedsecrets.demo;

import dev.sealedsecrets.controller.CommandLineException;
import dev.sealedsecrets.controller.StartException;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The main job, step by step. The two Secrets are made up; what is done with them is what happens in a cluster. */
public final class Demo {
    private static final Path DEFINITION = Path.of("manifests/crd/sealedsecrets.bitnami.com.yaml");
    private static final String NAMESPACE = "default";
    private static final int WAIT_SECONDS = 60;

    private final Narrator narrator;
    private final DemoCluster cluster;
    private final InProcessKubeseal kubeseal;
    private final Path folder;

    private Demo(Narrator narrator, DemoCluster cluster, Path folder) {
        this.narrator = narrator;
        this.cluster = cluster;
        this.kubeseal = new InProcessKubeseal(folder);
        this.folder = folder;
    }

    /** Runs the demo from the project's folder. */
    public static void main(String[] arguments) throws IOException, CommandLineException, StartException {
        // The API server's library writes a line per request here.
        Logger.getLogger("").setLevel(Level.OFF);
        run(System.out, DEFINITION);
        // Threads of the libraries would keep the process for a while.
        System.exit(0);
    }

    /** Runs the demo with an API server for the resource of this definition. */
    static void run(PrintStream out, Path definition) throws IOException, CommandLineException, StartException {
        Path folder = Files.createTempDirectory("sealed-secrets-demo");
        try (DemoCluster cluster = DemoCluster.start(definition)) {
            new Demo(new Narrator(out), cluster, folder).tell();
        } finally {
            deleteFiles(folder);
        }
    }

    private void tell() throws IOException {
        narrator.step("A cluster, and the controller in it");
        narrator.say("It makes its sealing key (4096 bits): the private key stays in a Secret of its namespace.");
        narrator.command(
                "kubectl -n kube-system get secrets -l sealedsecrets.bitnami.com/sealed-secrets-key=active -o name");
        narrator.result(String.join("\n", awaitKeys(1)));

        narrator.step("Anyone may have the certificate");
        fetchCertificate();

        narrator.step("A Secret, sealed with it");
        String manifest = manifest("db", "password", "t0p-Secret");
        narrator.result(manifest);
        narrator.command("kubeseal --cert cert.pem -o yaml < db.yaml > db-sealed.yaml");
        String sealed = kubeseal.run(manifest, "--cert", "cert.pem", "-o", "yaml");
        narrator.result(shortened(sealed));
        narrator.say("This file is safe in Git.");

        narrator.step("Applied, and unsealed by the controller");
        narrator.command("kubectl apply -f db-sealed.yaml");
        cluster.apply(sealed);
        showUnsealed("db", "password");

        narrator.step("The sealing key is renewed (every 30 days; now at once)");
        narrator.command("kill -USR1 <controller>");
        cluster.renew();
        narrator.result(String.join("\n", awaitKeys(2)));

        narrator.step("A second Secret, sealed with the new key");
        String before = Files.readString(folder.resolve("cert.pem"));
        await("the new certificate", () -> served().filter(certificate -> !certificate.equals(before)));
        fetchCertificate();
        narrator.command("kubeseal --cert cert.pem -o yaml < api.yaml | kubectl apply -f -");
        cluster.apply(kubeseal.run(manifest("api", "token", "s3cond"), "--cert", "cert.pem", "-o", "yaml"));
        showUnsealed("api", "token");
        narrator.say("Both open: a new key seals, all keys unseal.");
    }

    private void fetchCertificate() throws IOException {
        narrator.command("kubeseal --fetch-cert > cert.pem");
        String certificate = await("the certificate", this::served);
        Files.writeString(folder.resolve("cert.pem"), certificate);
        narrator.result(certificate.lines().limit(2).reduce("", (text, line) -> text + line + "\n"));
    }

    private Optional<String> served() {
        try {
            return Optional.of(kubeseal.run(
                    "", "--fetch-cert", "--cert", cluster.certificate().toString()));
        } catch (IllegalStateException notYet) {
            return Optional.empty();
        }
    }

    private void showUnsealed(String name, String key) {
        narrator.command("kubectl get secret " + name + " -o jsonpath='{.data." + key + "}' | base64 -d");
        Secret secret = await("the Secret", () -> cluster.secret(NAMESPACE, name));
        narrator.result(new String(Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8));
        narrator.command("kubectl get sealedsecret " + name + " -o jsonpath='{.status}'");
        narrator.result(await("the status", () -> cluster.status(NAMESPACE, name)));
    }

    private List<String> awaitKeys(int count) {
        return await("a sealing key", () -> Optional.of(cluster.sealingKeys()).filter(keys -> keys.size() == count));
    }

    private static <T> T await(String what, Supplier<Optional<T>> attempt) {
        long end = System.nanoTime() + WAIT_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            Optional<T> found = attempt.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new IllegalStateException("gave up waiting for " + what + " after " + WAIT_SECONDS + " s");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String manifest(String name, String key, String value) {
        return """
                apiVersion: v1
                kind: Secret
                metadata:
                  name: %s
                  namespace: %s
                stringData:
                  %s: %s
                """.formatted(name, NAMESPACE, key, value);
    }

    private static String shortened(String sealed) {
        StringBuilder text = new StringBuilder();
        for (String line : sealed.split("\n", -1)) {
            text.append(line.length() > 100 ? line.substring(0, 97) + "..." : line)
                    .append('\n');
        }
        return text.toString();
    }

    private static void deleteFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
