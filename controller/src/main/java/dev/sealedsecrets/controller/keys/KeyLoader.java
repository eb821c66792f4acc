package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import dev.sealedsecrets.resource.Labels;
import dev.sealedsecrets.resource.Secret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all keys of the controller's namespace: the Secrets with the active label, and the legacy one that is named like
 * the prefix. What is no usable key is skipped and logged, once for each state of its Secret. For one thread.
 */
final class KeyLoader {
    private static final Logger LOG = LoggerFactory.getLogger(KeyLoader.class);

    private final KeySettings settings;
    private final SecretApi secrets;
    /** States of Secrets that were logged: name and resourceVersion. */
    private Set<String> logged = new HashSet<>();

    KeyLoader(KeySettings settings, SecretApi secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** The keys there are, oldest Secret first. */
    List<KeySecret> load() throws ApiFailure {
        Set<String> seen = new HashSet<>();
        List<KeySecret> keys = new ArrayList<>();
        for (Secret secret : candidates()) {
            String state = secret.metadata().name() + "@" + secret.metadata().resourceVersion();
            boolean first = !logged.contains(state);
            seen.add(state);
            KeyReading reading = KeySecretReader.read(secret);
            if (first) {
                log(secret.metadata().name(), reading);
            }
            if (reading instanceof KeyReading.Usable usable) {
                keys.add(usable.key());
            }
        }
        logged = seen;
        keys.sort(Comparator.comparing(KeySecret::created));
        return keys;
    }

    private List<Secret> candidates() throws ApiFailure {
        List<Secret> candidates =
                new ArrayList<>(secrets.list(settings.namespace(), Labels.SEALING_KEY, Labels.SEALING_KEY_ACTIVE));
        boolean legacyIsLabelled =
                candidates.stream().anyMatch(secret -> secret.metadata().name().equals(settings.prefix()));
        if (!legacyIsLabelled) {
            secrets.find(new ObjectKey(settings.namespace(), settings.prefix())).ifPresent(candidates::add);
        }
        return candidates;
    }

    private void log(String name, KeyReading reading) {
        if (reading instanceof KeyReading.Usable usable) {
            LOG.atInfo().addKeyValue(LogKeys.SECRET_NAME, name).log(LogMessages.KEY_REGISTERED);
            if (settings.order() == KeyOrder.UNKNOWN) {
                LOG.atWarn().addKeyValue(LogKeys.SECRET_NAME, name).log(LogMessages.KEY_ORDER_INVALID);
            }
            if (!usable.key().seals()) {
                LOG.atWarn()
                        .addKeyValue(LogKeys.SECRET, name)
                        .log("The certificate does not belong to the private key: the key opens, but is not published");
            }
        } else if (reading instanceof KeyReading.Unusable unusable) {
            LOG.atError()
                    .addKeyValue(LogKeys.SECRET, name)
                    .addKeyValue(LogKeys.ERROR, unusable.reason())
                    .log(LogMessages.KEY_UNREADABLE);
        } else {
            LOG.atWarn()
                    .addKeyValue(LogKeys.SECRET, name)
                    .log("Ignoring a key Secret that was made from a SealedSecret");
        }
    }
}
