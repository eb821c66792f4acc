package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.KeyRing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
        return unseal(sealed, keys, EarlierValues.NONE);
    }

    /** The same, where entries that are not repeatable keep the values they have. */
    public UnsealOutcome unseal(SealedSecret sealed, KeyRing keys, EarlierValues earlier) {
        if (sealed.deprecatedData() != null) {
            return DeprecatedForm.unseal(sealed, keys, acceptDeprecatedV1Data);
        }
        ItemUnsealer items = ItemUnsealer.openAll(sealed, keys);
        List<ItemError> errors = new ArrayList<>(items.errors());
        return secret(
                sealed, items.values(), items.openedBy(), errors, errors.isEmpty() ? earlier : EarlierValues.NONE);
    }

    /**
     * The Secret that the object would stand for if its items held these values: nothing is opened, so that no key is needed.
     *
     * @param values by item; an item without value counts as one that does not exist. Not changed, not kept
     */
    public UnsealOutcome preview(SealedSecret sealed, Map<String, byte[]> values) {
        return secret(sealed, values, Map.of(), new ArrayList<>(), EarlierValues.NONE);
    }

    /** Whether the object has entries that come out differently each time. */
    public boolean hasUnrepeatable(SealedSecret sealed) {
        return sealed.deprecatedData() == null
                && !unrepeatable(sealed, renderer.forObject()).isEmpty();
    }

    private static Set<String> unrepeatable(SealedSecret sealed, TemplateRenderer entries) {
        Set<String> found = new TreeSet<>(CodePointOrder.INSTANCE);
        sealed.template().data().forEach((name, text) -> {
            if (!sealed.encryptedData().containsKey(name) && !entries.isRepeatable(name, text)) {
                found.add(name);
            }
        });
        return found;
    }

    private static Map<String, SecretValue> kept(
            SealedSecret sealed, TemplateRenderer entries, Map<String, Fingerprint> openedBy, EarlierValues earlier) {
        Set<String> unrepeatable = earlier == EarlierValues.NONE ? Set.of() : unrepeatable(sealed, entries);
        if (unrepeatable.isEmpty()) {
            return Map.of();
        }
        Set<String> keys = new TreeSet<>(CodePointOrder.INSTANCE);
        keys.addAll(sealed.encryptedData().keySet());
        keys.addAll(sealed.template().data().keySet());
        return earlier.keep(unrepeatable, keys, openedBy);
    }

    private UnsealOutcome secret(
            SealedSecret sealed,
            Map<String, byte[]> values,
            Map<String, Fingerprint> openedBy,
            List<ItemError> errors,
            EarlierValues earlier) {
        TemplateRenderer entries = renderer.forObject();
        Map<String, SecretValue> kept = kept(sealed, entries, openedBy, earlier);
        Map<String, SecretValue> data = renderTemplates(sealed, entries, values, kept, errors);
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
     * Renders all templates over the opened values and the plain texts of the templates, and adds their errors. Entries that
     * keep an earlier value are not rendered. A template whose key is
     * also an item is rendered as well, and its error counts.
     */
    private Map<String, SecretValue> renderTemplates(
            SealedSecret sealed,
            TemplateRenderer entries,
            Map<String, byte[]> opened,
            Map<String, SecretValue> kept,
            List<ItemError> errors) {
        Map<String, SecretValue> rendered = new TreeMap<>(CodePointOrder.INSTANCE);
        if (sealed.template().data().isEmpty()) {
            return rendered;
        }
        Map<String, String> templates = new TreeMap<>(CodePointOrder.INSTANCE);
        templates.putAll(sealed.template().data());
        Map<String, byte[]> values = Collections.unmodifiableMap(withPlainTexts(opened, templates));
        for (Map.Entry<String, String> template : templates.entrySet()) {
            SecretValue earlier = kept.get(template.getKey());
            if (earlier != null) {
                rendered.put(template.getKey(), earlier);
                continue;
            }
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
