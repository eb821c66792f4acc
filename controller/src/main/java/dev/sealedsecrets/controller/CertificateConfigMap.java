package dev.sealedsecrets.controller;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ConfigMapApi;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.Scheduler;
import dev.sealedsecrets.controller.observe.LogKeys;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate to seal with, in a ConfigMap under the key {@code cert.pem}, for clients that cannot call the
 * controller (compatibility contract, section 9). It is an extra that needs rights of its own: without them one line is
 * logged, and the controller goes on. Written only when the certificate is another one.
 */
final class CertificateConfigMap {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateConfigMap.class);
    private static final String SUFFIX = "-cert";
    private static final String KEY = "cert.pem";
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final ConfigMapApi api;
    private final ObjectKey name;
    private final Supplier<Optional<String>> certificate;
    private final Scheduler scheduler;
    private boolean refusalIsKnown;

    /**
     * @param serviceName name of the controller's Service; that of the ConfigMap is derived from it
     * @param certificate in PEM, as it is now
     * @param scheduler for everything that is done here
     */
    CertificateConfigMap(
            ConfigMapApi api,
            String namespace,
            String serviceName,
            Supplier<Optional<String>> certificate,
            Scheduler scheduler) {
        this.api = api;
        this.name = new ObjectKey(namespace, serviceName + SUFFIX);
        this.certificate = certificate;
        this.scheduler = scheduler;
    }

    /** The certificate may be another one: publishes it, soon. */
    void refresh() {
        scheduler.after(Duration.ZERO, this::publish);
    }

    private void publish() {
        Optional<String> pem = certificate.get();
        if (pem.isEmpty()) {
            return;
        }
        try {
            write(Map.of(KEY, pem.get()));
        } catch (ApiFailure e) {
            switch (e.kind()) {
                case CONFLICT, UNAVAILABLE -> scheduler.after(RETRY, this::publish);
                case FORBIDDEN, MISSING, REFUSED -> report(e);
            }
        }
    }

    private void write(Map<String, String> data) throws ApiFailure {
        Optional<ConfigMap> found = api.find(name);
        if (found.isEmpty()) {
            api.create(new ConfigMapBuilder()
                    .withNewMetadata()
                    .withNamespace(name.namespace())
                    .withName(name.name())
                    .endMetadata()
                    .withData(data)
                    .build());
        } else if (!data.equals(found.get().getData())) {
            api.update(new ConfigMapBuilder(found.get()).withData(data).build());
        }
    }

    private void report(ApiFailure failure) {
        if (!refusalIsKnown) {
            refusalIsKnown = true;
            LOG.atInfo()
                    .addKeyValue(LogKeys.NAME, name.name())
                    .addKeyValue(LogKeys.ERROR, failure.text())
                    .log("The certificate is not published in a ConfigMap");
        }
    }
}
