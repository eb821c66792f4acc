package dev.sealedsecrets.blackbox;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the key Secret that a {@code key} step describes. */
final class KeyInstaller {

    static final String LABEL = "sealedsecrets.bitnami.com/sealed-secrets-key";

    private final Scene scene;

    KeyInstaller(Scene scene) {
        this.scene = scene;
    }

    /** The object; its certificate and its place are remembered. */
    Map<String, @Nullable Object> secret(Fields step) {
        String name = step.text("name");
        World world = scene.world;
        KeyPair pair = world.keys.get(name, step.number("size", 2048), step.text("kind", "rsa"));
        Instant from = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(step.number("not_before", -3600));
        Instant to = from.plusSeconds(step.number("valid_for", 10 * 365 * 86400));
        String certificate = TestKeys.certificate(pair, step.text("cn", ""), from, to);
        world.certificates.put(name, certificate);
        scene.remember("cert_" + name.replace('-', '_'), certificate);
        String chain =
                step.has("append_cert") ? certificate + world.certificates.get(step.text("append_cert")) : certificate;
        String namespace = step.text("namespace", World.CONTROLLER_NAMESPACE);
        String secret = step.text("secret", "sealed-secrets-key" + name);
        world.keySecrets.put(name, Kinds.object("Secret", namespace, secret));
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("apiVersion", "v1");
        object.put("kind", "Secret");
        object.put("type", step.text("type", "kubernetes.io/tls"));
        object.put("metadata", metadata(step, namespace, secret));
        object.put(
                "data",
                Map.of(
                        "tls.key", base64(step.text("tls_key", TestKeys.pem(pair.getPrivate()))),
                        "tls.crt", base64(step.text("tls_crt", chain))));
        return object;
    }

    private Map<String, @Nullable Object> metadata(Fields step, String namespace, String secret) {
        Map<String, @Nullable Object> labels =
                new LinkedHashMap<>(step.at("labels").map());
        if (!step.has("label") || step.get("label") != null) {
            labels.put(LABEL, step.text("label", "active"));
        }
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("name", secret);
        metadata.put("namespace", namespace);
        metadata.put("labels", labels);
        metadata.put("annotations", step.get("annotations"));
        if (step.has("owner")) {
            String owner = step.text("owner");
            Fields found = Fields.of(scene.world.api.get("SealedSecret", namespace, owner));
            metadata.put("ownerReferences", List.of(Scene.ownedBy(owner, found)));
        }
        return metadata;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
