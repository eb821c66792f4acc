package dev.sealedsecrets.client;

import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretSealer;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds the values of Secrets to an existing SealedSecret: sealed for its name, namespace and scope, so that the whole still opens.
 * New and equally named items are set, labels and annotations enter the template; everything else of the SealedSecret stays, its
 * other items byte by byte.
 */
public final class Merging {

    private final SecretSealer sealer;
    private final SealingOptions options;
    private final NamespaceRule namespaces;

    /**
     * Seals for the owner of this certificate's key; its dates have been looked at. Of the options the name does not count.
     *
     * @param random source of session keys
     */
    public Merging(
            SecureRandom random, SealingCertificate certificate, SealingOptions options, NamespaceRule namespaces) {
        this.sealer = new SecretSealer(new Sealer(random), certificate.publicKey());
        this.options = options;
        this.namespaces = namespaces;
    }

    /**
     * The SealedSecret with all that the Secrets add; of equally named values the last counts.
     *
     * @throws ClientException when a Secret has no data, or scope or namespace asked for are not those of the SealedSecret
     */
    public SealedSecret merge(SealedSecret target, List<Secret> secrets) throws ClientException {
        Scope scope = target.scope();
        if (options.scope() != null) {
            requireScope(options.scope(), scope);
        }
        ObjectMeta place = target.metadata();
        if (scope != Scope.CLUSTER_WIDE) {
            place = place.withNamespace(namespaces.forObject(place.namespace()));
        }
        if (scope == Scope.STRICT && place.name().isEmpty()) {
            throw new ClientException("missing metadata.name in the SealedSecret to merge into");
        }
        SealedSecret merged = target;
        for (Secret secret : secrets) {
            SecretSealing.requireData(secret, options);
            if (secret.metadata().scope() != Scope.STRICT) {
                requireScope(secret.metadata().scope(), scope);
            }
            merged = add(merged, secret, place);
        }
        return merged;
    }

    private SealedSecret add(SealedSecret target, Secret secret, ObjectMeta place) throws ClientException {
        ObjectMeta bound = secret.metadata()
                .withName(place.name())
                .withNamespace(place.namespace())
                .withScope(target.scope());
        SealedSecret sealed = SecretSealing.sealComplete(sealer, secret.withMetadata(bound));
        Map<String, String> annotations =
                new LinkedHashMap<>(sealed.template().metadata().annotations());
        annotations.keySet().retainAll(secret.metadata().annotations().keySet());
        ObjectMeta template = target.template().metadata();
        ObjectMeta joined = template.withLabels(
                        joined(template.labels(), secret.metadata().labels()))
                .withAnnotations(joined(template.annotations(), annotations));
        return target.withEncryptedData(joined(target.encryptedData(), sealed.encryptedData()))
                .withTemplate(target.template().withMetadata(joined));
    }

    private static void requireScope(Scope asked, Scope scope) throws ClientException {
        if (asked != scope) {
            throw new ClientException(
                    "scope mismatch: the SealedSecret to merge into is " + scope.text() + ", the new items are to be "
                            + asked.text(),
                    List.of(
                            "items of one SealedSecret have one scope; leave out --scope and the scope annotations of the input"));
        }
    }

    private static Map<String, String> joined(Map<String, String> earlier, Map<String, String> later) {
        Map<String, String> all = new LinkedHashMap<>(earlier);
        all.putAll(later);
        return all;
    }
}
