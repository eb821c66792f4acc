package dev.sealedsecrets.client;

import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretUnsealer;
import dev.sealedsecrets.resource.TemplateFailure;
import dev.sealedsecrets.resource.UnsealOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows what the controller would make of templates, with given values in place of the sealed ones: no key and no cluster.
 *
 * <p>Messages of failures hold Go's full text, which may quote the values: they are for whoever gave them.
 */
public final class TemplatePreview {
    private final GoTemplates templates = new GoTemplates();

    /**
     * The Secret that the controller would write.
     *
     * @param values a value for each item of the object
     * @throws ClientException if an item has no value, a value is for no item, or a template fails
     */
    public Secret render(SealedSecret object, Map<String, byte[]> values) throws ClientException {
        List<String> unknown = new ArrayList<>(values.keySet());
        unknown.removeAll(object.encryptedData().keySet());
        if (!unknown.isEmpty()) {
            throw new ClientException(
                    "the SealedSecret has no item for these values: " + String.join(", ", unknown),
                    List.of("templates see the items of spec.encryptedData and the texts of spec.template.data"));
        }
        List<String> missing = new ArrayList<>(object.encryptedData().keySet());
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw new ClientException(
                    "no value for these items of the SealedSecret: " + String.join(", ", missing),
                    List.of("--values names a file with a value for each item"));
        }
        UnsealOutcome outcome = new SecretUnsealer(templates, false).preview(object, new LinkedHashMap<>(values));
        if (outcome instanceof UnsealOutcome.Unsealed unsealed) {
            return unsealed.secret();
        }
        throw new ClientException(((UnsealOutcome.Failed) outcome).message());
    }

    /**
     * The output of one template.
     *
     * @param name of the template, in error texts
     */
    public byte[] render(String name, String text, Map<String, byte[]> values) throws ClientException {
        try {
            return templates.render(name, text, values);
        } catch (TemplateFailure e) {
            throw new ClientException(e.fullMessage());
        }
    }
}
