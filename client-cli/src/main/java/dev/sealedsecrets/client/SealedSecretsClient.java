package dev.sealedsecrets.client;

import dev.sealedsecrets.client.cluster.ApiServer;
import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ControllerAddress;
import dev.sealedsecrets.client.cluster.ControllerClient;
import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.resource.SealedSecret;
import dev.sealedsecrets.resource.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sealed Secrets for a JVM program: a build plugin, a CI tool, an operator of your own. Seals objects, values and files, adds to
 * existing SealedSecrets, has the controller validate and re-encrypt them, and recovers Secrets with copies of its keys.
 *
 * <p>What kubeseal does is here without its flags: the same inputs are taken, the same mistakes are told, as
 * {@link ClientException}s whose messages are fit for users. The certificate is fetched by every method that seals; give a method
 * all there is to seal at once. Files are replaced as a whole or not at all ({@link FileReplacement}).
 *
 * <p>Guarantees: no value leaves the process but sealed; nothing is logged. Does not guarantee that the certificate is that of
 * your controller: pin its key with {@link CertificateRules} where the way it comes cannot be trusted.
 *
 * <p>Immutable; usable from several threads.
 */
public final class SealedSecretsClient {

    private final CertificateSource source;
    private final CertificateRules rules;
    private final @Nullable ClusterAccess cluster;
    private final ControllerAddress controller;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    private SealedSecretsClient(
            CertificateSource source,
            CertificateRules rules,
            @Nullable ClusterAccess cluster,
            ControllerAddress controller,
            Clock clock) {
        this.source = source;
        this.rules = rules;
        this.cluster = cluster;
        this.controller = controller;
        this.clock = clock;
    }

    /** A client that seals with this certificate and asks no cluster for anything; every object has to name its namespace. */
    public static SealedSecretsClient offline(CertificateSource certificate) {
        return new SealedSecretsClient(
                certificate, CertificateRules.USUAL, null, ControllerAddress.USUAL, Clock.systemUTC());
    }

    /** A client of this controller: its certificate seals, and objects without a namespace get that of the kubeconfig. */
    public static SealedSecretsClient of(ClusterAccess cluster, ControllerAddress controller) {
        return new SealedSecretsClient(
                new ControllerCertificate(cluster, controller),
                CertificateRules.USUAL,
                cluster,
                controller,
                Clock.systemUTC());
    }

    /** The same client with a certificate from elsewhere. */
    public SealedSecretsClient withCertificate(CertificateSource certificate) {
        return new SealedSecretsClient(certificate, rules, cluster, controller, clock);
    }

    /** The same client with other demands on the certificate. */
    public SealedSecretsClient withRules(CertificateRules demands) {
        return new SealedSecretsClient(source, demands, cluster, controller, clock);
    }

    /** The same client with another notion of time, for the certificate's dates. */
    public SealedSecretsClient withClock(Clock other) {
        return new SealedSecretsClient(source, rules, cluster, controller, other);
    }

    /** The certificate that is sealed with now. */
    public SealingCertificate certificate() throws ClientException {
        return source.fetch().forSealing(clock.instant(), rules);
    }

    /** Seals all of them, in order, or none. */
    public List<SealedSecret> seal(List<Secret> secrets, SealingOptions options) throws ClientException {
        return new SecretSealing(random, certificate(), options, namespaces()).seal(secrets);
    }

    /**
     * Seals every Secret of a manifest.
     *
     * @param manifest JSON or YAML in UTF-8, one or more documents, Lists too
     * @param name the manifest as the user calls it, for messages
     * @return the SealedSecrets in UTF-8
     */
    public byte[] seal(byte[] manifest, String name, SealingOptions options, OutputFormat format)
            throws ClientException {
        return format.writeSealedSecrets(seal(InputObjects.read(manifest, name).secrets(), options));
    }

    /** Seals a file into another, which may be the same one; a name in {@code .yaml} or {@code .yml} makes it YAML, else JSON. */
    public void sealFile(Path manifest, Path target, SealingOptions options) throws ClientException {
        FileReplacement replacement = FileReplacement.with(target, target.toString());
        replacement.write(seal(
                InputFile.read(manifest, manifest.toString()),
                manifest.toString(),
                options,
                OutputFormat.ofFile(target.toString())));
    }

    /**
     * Seals one value, to be put into {@code spec.encryptedData} by hand.
     *
     * @param namespace not looked at in the scope cluster-wide
     * @param name of the object; looked at in the scope strict only
     * @return the item in base64
     */
    public String sealValue(byte[] value, Scope scope, String namespace, String name) throws ClientException {
        if (scope != Scope.CLUSTER_WIDE && namespace.isEmpty()) {
            throw new ClientException("a value of the scope " + scope.text() + " needs the namespace of its object");
        }
        if (scope == Scope.STRICT && name.isEmpty()) {
            throw new ClientException("a value of the scope " + scope.text() + " needs the name of its object");
        }
        return new ValueSealing(random, certificate()).seal(value, scope.label(namespace, name));
    }

    /** The SealedSecret with all that the Secrets add, see {@link Merging}. */
    public SealedSecret merge(SealedSecret target, List<Secret> secrets, SealingOptions options)
            throws ClientException {
        return new Merging(random, certificate(), options, namespaces()).merge(target, secrets);
    }

    /** Adds what a manifest holds to the SealedSecret in a file, in place. The file's mode and owner stay; its name decides on YAML or JSON. */
    public void mergeIntoFile(Path target, byte[] manifest, String name, SealingOptions options)
            throws ClientException {
        SealedSecret existing = InputObjects.read(InputFile.read(target, target.toString()), target.toString())
                .onlySealedSecretExactly();
        SealedSecret merged = merge(existing, InputObjects.read(manifest, name).secrets(), options);
        FileReplacement.keepingAttributes(target, target.toString())
                .write(OutputFormat.ofFile(target.toString()).writeSealedSecrets(List.of(merged)));
    }

    /**
     * Asks the controller for a verdict on each of them.
     *
     * @throws ClientException starting with {@code unable to decrypt} for the first that it cannot open; other texts are
     *     failures to ask
     */
    public void validate(List<SealedSecret> objects) throws ClientException {
        try (ApiServer server = connect()) {
            new Validation(new ControllerClient(server, controller)).require(objects);
        }
    }

    /** Has the controller seal all of them again with its newest key; no value comes out of the cluster. All or none. */
    public List<SealedSecret> reEncrypt(List<SealedSecret> objects) throws ClientException {
        try (ApiServer server = connect()) {
            return new ReEncryption(new ControllerClient(server, controller)).reEncrypt(objects);
        }
    }

    /** Has the controller seal every SealedSecret of a file again, in place. */
    public void reEncryptFile(Path file) throws ClientException {
        FileReplacement replacement = FileReplacement.with(file, file.toString());
        InputObjects objects = InputObjects.read(InputFile.read(file, file.toString()), file.toString());
        replacement.write(OutputFormat.ofFile(file.toString()).writeSealedSecrets(reEncrypt(objects.sealedSecrets())));
    }

    /** The Secrets of all objects, in order, or none; needs neither a cluster nor a certificate. */
    public static List<Secret> recover(List<SealedSecret> objects, RecoveryKeys keys) throws ClientException {
        return new Recovery(keys.ring(), new GoTemplates()).unseal(objects);
    }

    private NamespaceRule namespaces() {
        return new NamespaceRule("", cluster);
    }

    private ApiServer connect() throws ClientException {
        if (cluster == null) {
            throw new ClientException("there is no cluster to ask: this client works offline");
        }
        return cluster.connect();
    }
}
