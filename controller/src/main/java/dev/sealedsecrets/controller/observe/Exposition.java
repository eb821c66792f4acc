package dev.sealedsecrets.controller.observe;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * All series of the moment as text: the Prometheus text format 0.0.4, or OpenMetrics 1.0.0 for a scraper that accepts it.
 *
 * @param contentType of the text
 * @param text the series with their help and type lines
 */
public record Exposition(String contentType, String text) {
    private static final ExpositionFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();
    private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();
    private static final EscapingScheme ESCAPING = EscapingScheme.UNDERSCORE_ESCAPING;

    /**
     * The text for a scraper.
     *
     * @param accept its Accept header, if any
     */
    public static Exposition of(ControllerMetrics metrics, @Nullable String accept) {
        ExpositionFormatWriter writer = OPEN_METRICS.accepts(accept) ? OPEN_METRICS : PROMETHEUS;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            writer.write(text, metrics.registry().scrape(), ESCAPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Exposition(
                writer.getContentType() + ESCAPING.toHeaderFormat(), text.toString(StandardCharsets.UTF_8));
    }
}
