package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.Sealer;
import java.security.interfaces.RSAPublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes SealedSecrets of Secrets, for one public key (compatibility contract, the SealedSecret made from a Secret). Thread-safe. */
public final class SecretSealer {
    private final Sealer sealer;
    private final RSAPublicKey key;

    /** Seals for the owner of the private half of this key. */
    public SecretSealer(Sealer sealer, RSAPublicKey key) {
        this.sealer = sealer;
        this.key = key;
    }

    /**
     * Seals every value on its own. The annotations of the Secret decide the scope; its metadata goes into the template, without
     * what belongs to a server or to the Secret's life in a cluster.
     *
     * @throws MissingNamespaceException if the Secret has no namespace and is not cluster-wide
     */
    public SealedSecret seal(Secret secret) throws MissingNamespaceException {
        ObjectMeta metadata = secret.metadata();
        Scope scope = metadata.scope();
        if (metadata.namespace().isEmpty() && scope != Scope.CLUSTER_WIDE) {
            throw new MissingNamespaceException();
        }
        Label label = scope.label(metadata.namespace(), metadata.name());
        Map<String, String> items = new LinkedHashMap<>();
        for (Map.Entry<String, SecretValue> value : secret.data().entrySet()) {
            items.put(value.getKey(), sealValue(value.getValue().bytes(), label));
        }
        ObjectMeta own = ObjectMeta.EMPTY
                .edit()
                .name(metadata.name())
                .namespace(metadata.namespace())
                .done()
                .withScope(scope);
        SealedSecretTemplate template =
                new SealedSecretTemplate(templateMetadata(metadata), secret.type(), secret.immutable(), Map.of());
        return new SealedSecret(own, template, items, null, null);
    }

    /** One value sealed under a label, in base64. */
    public String sealValue(byte[] plaintext, Label label) {
        return sealer.seal(plaintext, label, key).toBase64();
    }

    /** Quirk: managedFields stay, though a server fills them in. They hold names of fields only. */
    private static ObjectMeta templateMetadata(ObjectMeta metadata) {
        Map<String, String> annotations = new LinkedHashMap<>(metadata.annotations());
        annotations.remove(Annotations.KUBECTL_LAST_APPLIED);
        annotations.remove(Annotations.KUBECFG_LAST_APPLIED);
        return metadata.withoutServerFields()
                .edit()
                .managedFields(metadata.managedFields())
                .ownerReferences(List.of())
                .annotations(annotations)
                .done();
    }
}
