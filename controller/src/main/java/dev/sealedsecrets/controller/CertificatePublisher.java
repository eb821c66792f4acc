package dev.sealedsecrets.controller;

import dev.sealedsecrets.controller.cluster.ConfigMapApi;
import dev.sealedsecrets.controller.cluster.Scheduler;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** Keeps the {@link CertificateConfigMap} up to date on a thread of its own, so that neither keys nor endpoints wait for it. */
final class CertificatePublisher implements AutoCloseable {
    private final ScheduledExecutorService thread;
    private final CertificateConfigMap configMap;

    /** For the parameters see {@link CertificateConfigMap}. */
    CertificatePublisher(
            ConfigMapApi api, String namespace, String serviceName, Supplier<Optional<String>> certificate) {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread created = new Thread(task, "certificate");
            created.setDaemon(true);
            return created;
        });
        configMap = new CertificateConfigMap(api, namespace, serviceName, certificate, Scheduler.on(thread));
    }

    /** The certificate may be another one. */
    void refresh() {
        configMap.refresh();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
