package dev.sealedsecrets.controller.keys;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.SecretApi;
import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.controller.observe.LogMessages;
import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.resource.Labels;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.Secret;
import dev.sealedsecrets.resource.SecretValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes new keys and stores each in a Secret of its own (compatibility contract, sealing keys).
 *
 * <p>Guarantees: a key is given back only after it is stored, so that nothing is ever sealed to a key that a restart loses.
 */
final class KeyGenerator {
    private static final Logger LOG = LoggerFactory.getLogger(KeyGenerator.class);
    private static final String TYPE = "kubernetes.io/tls";
    private static final String SUFFIX_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX_LENGTH = 5;

    private final KeySettings settings;
    private final SecretApi secrets;
    private final InstantSource clock;
    private final SecureRandom random;

    KeyGenerator(KeySettings settings, SecretApi secrets, InstantSource clock, SecureRandom random) {
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A new key, stored. Takes seconds.
     *
     * @param successorOf what the name of the Secret is derived from; empty: the API server makes one up. {@code CONFLICT}: there
     *     is one of that name
     */
    KeySecret generate(String successorOf) throws ApiFailure {
        GeneratedSealingKey generated = GeneratedSealingKey.generate(settings.spec(), clock, random);
        Secret stored = secrets.create(secretOf(generated, successorOf));
        String name = stored.metadata().name();
        LOG.atInfo()
                .addKeyValue(LogKeys.NAMESPACE, settings.namespace())
                .addKeyValue(LogKeys.NAME, name)
                .log(LogMessages.KEY_WRITTEN);
        LOG.atInfo()
                .addKeyValue(LogKeys.CERTIFICATE, generated.certificatePem())
                .log(LogMessages.CERTIFICATE_GENERATED);
        Instant created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new KeySecret(name, created, generated.key(), generated.certificate());
    }

    /** Five characters as the API server would choose them, but always the same for a text. */
    private static String suffix(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder suffix = new StringBuilder();
            for (int i = 0; i < SUFFIX_LENGTH; i++) {
                suffix.append(SUFFIX_ALPHABET.charAt((hash[i] & 0xff) % SUFFIX_ALPHABET.length()));
            }
            return suffix.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Secret secretOf(GeneratedSealingKey generated, String successorOf) {
        Map<String, String> labels = new LinkedHashMap<>(settings.labels());
        labels.put(Labels.SEALING_KEY, Labels.SEALING_KEY_ACTIVE);
        ObjectMeta metadata = ObjectMeta.EMPTY
                .edit()
                .generateName(settings.prefix())
                .name(successorOf.isEmpty() ? "" : settings.prefix() + suffix(successorOf))
                .namespace(settings.namespace())
                .labels(labels)
                .annotations(settings.annotations())
                .done();
        Map<String, SecretValue> data = Map.of(
                KeySecretReader.PRIVATE_KEY, SecretValue.ofText(generated.exposePrivateKeyPem()),
                KeySecretReader.CERTIFICATE, SecretValue.ofText(generated.certificatePem()));
        return new Secret(metadata, TYPE, null, data);
    }
}
