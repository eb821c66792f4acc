package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.KeyRing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes Secrets of SealedSecrets (compatibility contract, several keys and the result for an object). Thread-safe if the renderer is.
 *
 * <p>Guarantees: all values open and all templates render, or there is no Secret; {@link UnsealOutcome.Failed#publicMessage} quotes no
 * value as long as the renderer keeps to its contract. Does not guarantee who sealed an item: anyone with the certificate can.
 */
public final class SecretUnsealer {
    private final TemplateRenderer renderer;
    private final boolean acceptDeprecatedV1Data;

    /**
     * @param renderer renders {@code spec.template.data}
     * @param acceptDeprecatedV1Data whether objects that hold a whole Secret in {@code spec.data} are opened
     */
    public SecretUnsealer(TemplateRenderer renderer, boolean acceptDeprecatedV1Data) {
        this.renderer = renderer;
        this.acceptDeprecatedV1Data = acceptDeprecatedV1Data;
    }

    /** The Secret that the object stands for, or everything that stands in its way. */
    public UnsealOutcome unseal(SealedSecret sealed, KeyRing keys) {
        if (sealed.deprecatedData() != null) {
            return DeprecatedForm.unseal(sealed, keys, acceptDeprecatedV1Data);
        }
        ItemUnsealer items = ItemUnsealer.openAll(sealed, keys);
        return secret(sealed, items.values(), items.openedBy(), new ArrayList<>(items.errors()));
    }

    /**
     * The Secret that the object would stand for if its items held these values: nothing is opened, so that no key is needed.
     *
     * @param values by item; an item without value counts as one that does not exist. Not changed, not kept
     */
    public UnsealOutcome preview(SealedSecret sealed, Map<String, byte[]> values) {
        return secret(sealed, values, Map.of(), new ArrayList<>());
    }

    private UnsealOutcome secret(
            SealedSecret sealed,
            Map<String, byte[]> values,
            Map<String, Fingerprint> openedBy,
            List<ItemError> errors) {
        Map<String, SecretValue> data = renderTemplates(sealed, values, errors);
        if (!errors.isEmpty()) {
            return new UnsealOutcome.Failed(errors);
        }
        for (Map.Entry<String, byte[]> value : values.entrySet()) {
            data.put(value.getKey(), SecretValue.of(value.getValue()));
        }
        SealedSecretTemplate template = sealed.template();
        ObjectMeta metadata = SecretMetadata.of(template.metadata(), sealed);
        return new UnsealOutcome.Unsealed(new Secret(metadata, template.type(), template.immutable(), data), openedBy);
    }

    /** Why the object does not open, templates apart: nothing is rendered. Empty if it opens. */
    public Optional<UnsealOutcome.Failed> verify(SealedSecret sealed, KeyRing keys) {
        List<ItemError> errors = sealed.deprecatedData() == null
                ? ItemUnsealer.openAll(sealed, keys).errors()
                : DeprecatedForm.verify(sealed, keys, acceptDeprecatedV1Data);
        return errors.isEmpty() ? Optional.empty() : Optional.of(new UnsealOutcome.Failed(errors));
    }

    /**
     * Renders all templates over the opened values and the plain texts of the templates, and adds their errors. A template whose key is
     * also an item is rendered as well, and its error counts.
     */
    private Map<String, SecretValue> renderTemplates(
            SealedSecret sealed, Map<String, byte[]> opened, List<ItemError> errors) {
        Map<String, SecretValue> rendered = new TreeMap<>(CodePointOrder.INSTANCE);
        if (sealed.template().data().isEmpty()) {
            return rendered;
        }
        Map<String, String> templates = new TreeMap<>(CodePointOrder.INSTANCE);
        templates.putAll(sealed.template().data());
        Map<String, byte[]> values = Collections.unmodifiableMap(withPlainTexts(opened, templates));
        TemplateRenderer entries = renderer.forObject();
        for (Map.Entry<String, String> template : templates.entrySet()) {
            try {
                byte[] bytes = entries.render(template.getKey(), template.getValue(), values);
                rendered.put(template.getKey(), SecretValue.of(bytes));
            } catch (TemplateFailure failure) {
                errors.add(ItemError.ofTemplate(template.getKey(), failure));
            }
        }
        return rendered;
    }

    private static Map<String, byte[]> withPlainTexts(Map<String, byte[]> opened, Map<String, String> templates) {
        Map<String, byte[]> values = new TreeMap<>(CodePointOrder.INSTANCE);
        for (Map.Entry<String, String> template : templates.entrySet()) {
            values.put(
                    template.getKey(), SecretValue.ofText(template.getValue()).bytes());
        }
        values.putAll(opened);
        return values;
    }
}
