package dev.sealedsecrets.client;

import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretUnsealer;
import dev.sealedsecrets.resource.TemplateRenderer;
import dev.sealedsecrets.resource.UnsealOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens SealedSecrets without a cluster, for whoever holds copies of the controller's keys. The deprecated whole-object form is
 * refused, as by the original's command line.
 *
 * <p>Does not guarantee that the Secret is the one the cluster has: the keys say nothing about who sealed it, or when.
 */
public final class Recovery {

    private final KeyRing keys;
    private final SecretUnsealer unsealer;

    /** Opens with these keys; templates are rendered by this renderer. */
    public Recovery(KeyRing keys, TemplateRenderer templates) {
        this.keys = keys;
        this.unsealer = new SecretUnsealer(templates, false);
    }

    /** The Secrets of all objects, in order, or none. */
    public List<Secret> unseal(List<SealedSecret> objects) throws ClientException {
        List<Secret> secrets = new ArrayList<>(objects.size());
        for (SealedSecret object : objects) {
            UnsealOutcome outcome = unsealer.unseal(object, keys);
            if (outcome instanceof UnsealOutcome.Unsealed unsealed) {
                secrets.add(unsealed.secret());
            } else if (outcome instanceof UnsealOutcome.Failed failed) {
                throw new ClientException(
                        failed.message(),
                        objects.size() == 1 ? List.of() : List.of("this is about " + object.metadata()));
            }
        }
        return secrets;
    }
}
