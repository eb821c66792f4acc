package dev.sealedsecrets.controller;

import dev.sealedsecrets.controller.http.ListenAddress;
import dev.sealedsecrets.controller.http.PublicServerSettings;
import dev.sealedsecrets.controller.keys.KeyOrder;
import dev.sealedsecrets.controller.keys.KeySettings;
import dev.sealedsecrets.controller.leader.ElectionTimes;
import dev.sealedsecrets.controller.observe.LogSettings;
import dev.sealedsecrets.controller.reconcile.DriftMode;
import dev.sealedsecrets.controller.reconcile.ReconcileSettings;
import dev.sealedsecrets.controller.reconcile.WatchSettings;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.template.limit.TemplateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line, read and checked: every flag of the controller, grouped by what it is about.
 *
 * @param metricsAddress {@code --listen-metrics-addr}; that server has the timeouts of the public one
 * @param serviceName {@code --service-name}
 * @param metricsOmitSecretLabels {@code --metrics-omit-secret-labels}
 * @param election {@code --leader-elect} and its times; null: this is the only replica
 */
public record ControllerOptions(
        KeyOptions keys,
        WatchOptions watch,
        UnsealOptions unseal,
        ApiOptions api,
        PublicServerSettings http,
        ListenAddress metricsAddress,
        String serviceName,
        LogSettings log,
        boolean metricsOmitSecretLabels,
        @Nullable ElectionTimes election) {

    /**
     * The options of a command line alone, for a controller inside another program.
     *
     * @param arguments flags as a process gets them
     * @throws CommandLineException if they are not understood
     * @throws StartException if a value cannot work
     */
    public static ControllerOptions of(List<String> arguments) throws CommandLineException, StartException {
        FlagReader reader = new FlagReader();
        reader.readArguments(arguments);
        return new OptionsReader(reader.values()).options();
    }

    /** What the keys need to know. */
    KeySettings keySettings(String ownNamespace) {
        return new KeySettings(
                ownNamespace,
                keys.prefix,
                new KeySpec(keys.bits, keys.validity, keys.commonName),
                keys.renewPeriod,
                keys.order,
                keys.cutoff,
                keys.labels,
                keys.annotations);
    }

    /** What reconciling needs to know: as many workers as processors, because opening items is all computation. */
    ReconcileSettings reconcileSettings(String ownNamespace) {
        return new ReconcileSettings(
                new WatchSettings(
                        ownNamespace,
                        watch.allNamespaces,
                        watch.additionalNamespaces,
                        watch.labelSelector,
                        !unseal.skipRecreate),
                keys.prefix,
                unseal.updateStatus,
                unseal.oldGcBehavior,
                unseal.drift,
                unseal.restartWorkloads,
                unseal.maxRetries,
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * Sealing keys.
     *
     * @param prefix {@code --key-prefix}: name of the legacy key and generateName of new ones, characters a-z 0-9 -
     * @param bits {@code --key-size}: RSA modulus of new keys
     * @param validity {@code --key-ttl} of new certificates
     * @param commonName {@code --my-cn}, may be empty
     * @param renewPeriod {@code --key-renew-period}; zero: no automatic renewal
     * @param order {@code --key-order-priority}
     * @param cutoff {@code --key-cutoff-time}; null: none
     * @param labels {@code --privatekey-labels}
     * @param annotations {@code --privatekey-annotations}
     */
    public record KeyOptions(
            String prefix,
            int bits,
            Duration validity,
            String commonName,
            Duration renewPeriod,
            KeyOrder order,
            @Nullable Instant cutoff,
            Map<String, String> labels,
            Map<String, String> annotations) {
        public KeyOptions {
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
        }
    }

    /**
     * Which objects are watched.
     *
     * @param allNamespaces {@code --all-namespaces}
     * @param additionalNamespaces {@code --additional-namespaces}, trimmed, without duplicates; when not empty, these and
     *     the own namespace only
     * @param labelSelector {@code --label-selector} of SealedSecrets, may be empty
     * @param watchForSecrets {@code --watch-for-secrets}: accepted, key Secrets are always watched
     */
    public record WatchOptions(
            boolean allNamespaces, List<String> additionalNamespaces, String labelSelector, boolean watchForSecrets) {
        public WatchOptions {
            additionalNamespaces = List.copyOf(additionalNamespaces);
        }
    }

    /**
     * From SealedSecret to Secret.
     *
     * @param acceptDeprecatedV1Data {@code --accept-deprecated-v1-data}
     * @param updateStatus {@code --update-status}
     * @param oldGcBehavior {@code --old-gc-behavior}
     * @param skipRecreate {@code --skip-recreate}
     * @param drift {@code --drift}
     * @param restartWorkloads {@code --restart-workloads}
     * @param maxRetries {@code --max-unseal-retries}; negative: none
     * @param templates {@code --template-max-*}
     */
    public record UnsealOptions(
            boolean acceptDeprecatedV1Data,
            boolean updateStatus,
            boolean oldGcBehavior,
            boolean skipRecreate,
            DriftMode drift,
            boolean restartWorkloads,
            int maxRetries,
            TemplateLimits templates) {}

    /**
     * Limits of the API client.
     *
     * @param qps {@code --kubeclient-qps}, requests per second; zero or less: no limit
     * @param burst {@code --kubeclient-burst}, requests at once
     */
    public record ApiOptions(double qps, int burst) {}
}
