package dev.sealedsecrets.client;

import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.KubeconfigException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which namespace a strict or namespace-wide item is sealed for (compatibility contract, section 5.2): that of the input, else
 * the explicit one, else that of the kubeconfig's context or of the pod.
 *
 * @param explicit the namespace asked for; the empty text for none
 * @param cluster where the namespace comes from if nothing else says it; not looked at before; null: from nowhere
 */
public record NamespaceRule(String explicit, @Nullable ClusterAccess cluster) {

    /**
     * The namespace of an object.
     *
     * @param declared what its metadata say; may be empty
     * @throws ClientException when they say something else than was asked for, or nothing says it
     */
    public String forObject(String declared) throws ClientException {
        if (!declared.isEmpty()) {
            if (!explicit.isEmpty() && !explicit.equals(declared)) {
                throw new ClientException("namespace mismatch: input secret is in namespace \"" + declared + "\" but \""
                        + explicit + "\" was specified");
            }
            return declared;
        }
        if (!explicit.isEmpty()) {
            return explicit;
        }
        if (cluster == null) {
            throw new ClientException("secret must declare a namespace", List.of("set metadata.namespace"));
        }
        try {
            return cluster.namespace();
        } catch (KubeconfigException e) {
            if (e.isMissing()) {
                throw new ClientException(
                        "secret must declare a namespace",
                        List.of(
                                "set metadata.namespace, or use --namespace",
                                "there is no kubeconfig to take one from"));
            }
            throw new ClientException(
                    "cannot find the namespace of the secret: " + e.getMessage(),
                    List.of("set metadata.namespace, or use --namespace"));
        }
    }

    /** The namespace of a value that comes without an object. */
    public String forValue() throws ClientException {
        if (!explicit.isEmpty()) {
            return explicit;
        }
        if (cluster == null) {
            throw new ClientException("a value needs a namespace");
        }
        try {
            return cluster.namespace();
        } catch (KubeconfigException e) {
            throw new ClientException(e.getMessage(), List.of("--namespace says which namespace the value is for"));
        }
    }
}
