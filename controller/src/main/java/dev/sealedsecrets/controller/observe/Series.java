package dev.sealedsecrets.controller.observe;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.Consumer;

/** Makes the series of the controller: all have one prefix, histograms have one set of buckets. */
record Series(PrometheusRegistry registry) {
    private static final String PREFIX = "sealed_secrets_controller_";
    /** Seconds; those of the original. */
    private static final double[] BUCKETS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10};

    /** The whole name of a series. */
    static String name(String name) {
        return PREFIX + name;
    }

    Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name(name)).help(help).labelNames(labels).register(registry);
    }

    Histogram seconds(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name(name))
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(BUCKETS)
                .register(registry);
    }

    /** A gauge that is asked for its values when it is read. */
    void gauge(String name, String help, Consumer<GaugeWithCallback.Callback> values, String... labels) {
        GaugeWithCallback.builder()
                .name(name(name))
                .help(help)
                .labelNames(labels)
                .callback(values)
                .register(registry);
    }
}
