package dev.sealedsecrets.blackbox;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/** Makes the SealedSecret that a {@code seal} step describes. */
final class Sealing {

    private static final String ANNOTATION = "sealedsecrets.bitnami.com/";

    private final Scene scene;

    Sealing(Scene scene) {
        this.scene = scene;
    }

    Map<String, @Nullable Object> object(Fields step) {
        String name = step.text("name");
        String namespace = scene.namespaceOf(step);
        String scope = step.text("scope", "strict");
        String label = step.text("label", Scene.label(namespace, name, scope));
        Map<String, @Nullable Object> place = new LinkedHashMap<>(Map.of("name", name, "namespace", namespace));
        if (!scope.equals("strict")) {
            place.put("annotations", Map.of(ANNOTATION + scope, "true"));
        }
        Map<String, @Nullable Object> spec = new LinkedHashMap<>();
        if (!step.has("template")) {
            spec.put("template", Map.of("metadata", place));
        } else if (step.get("template") != null) {
            Map<String, @Nullable Object> template =
                    new LinkedHashMap<>(step.at("template").map());
            template.putIfAbsent("metadata", place);
            spec.put("template", template);
        }
        int session = step.number("session", 32);
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> item : step.at("data").map().entrySet()) {
            items.put(item.getKey(), Envelope.seal(key(step), Scene.plaintext(item.getValue()), label, session));
        }
        items.putAll(step.at("raw").map());
        spec.put("encryptedData", items);
        if (step.has("v1")) {
            byte[] whole = Reply.write(step.get("v1")).getBytes(StandardCharsets.UTF_8);
            spec.put("data", Envelope.seal(key(step), whole, label, 32));
        }
        spec.putAll(step.at("spec").map());
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("apiVersion", "bitnami.com/v1alpha1");
        object.put("kind", "SealedSecret");
        object.put("metadata", metadata(place, step.at("metadata")));
        object.put("spec", spec);
        return object;
    }

    private static Map<String, @Nullable Object> metadata(Map<String, @Nullable Object> place, Fields further) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(place);
        further.map().forEach((name, value) -> {
            if (value instanceof Map<?, ?> && metadata.get(name) instanceof Map<?, ?> there) {
                Map<Object, @Nullable Object> joined = new HashMap<>(there);
                joined.putAll(Fields.of(value).map());
                metadata.put(name, joined);
            } else {
                metadata.put(name, value);
            }
        });
        return metadata;
    }

    private PublicKey key(Fields step) {
        return step.has("key") ? scene.world.keys.publicKey(step.text("key")) : servedKey();
    }

    private PublicKey servedKey() {
        String pem = scene.world.controller.get("http", "/v1/cert.pem");
        try (PemReader reader = new PemReader(new java.io.InputStreamReader(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII))) {
            ASN1Sequence certificate =
                    ASN1Sequence.getInstance(reader.readPemObject().getContent());
            ASN1Sequence body = ASN1Sequence.getInstance(certificate.getObjectAt(0));
            return new JcaPEMKeyConverter().getPublicKey(SubjectPublicKeyInfo.getInstance(body.getObjectAt(6)));
        } catch (Exception e) {
            throw new AssertionError("no certificate is served: " + Differences.shown(pem), e);
        }
    }
}
