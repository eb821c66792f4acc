package dev.sealedsecrets.bench;

import dev.sealedsecrets.template.GoTemplate;
import dev.sealedsecrets.template.TemplateException;
import dev.sealedsecrets.template.TemplateSettings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A configuration template, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TemplateBenchmark {
    private final TemplateSettings settings = TemplateSettings.defaults();
    private final Map<String, byte[]> values = ConfigurationTemplate.values();

    /** As the controller does it with each pass. */
    @Benchmark
    public byte[] parseAndRender() throws TemplateException {
        return GoTemplate.parse(ConfigurationTemplate.NAME, ConfigurationTemplate.TEXT, settings)
                .render(values);
    }

    /** The first half of it. */
    @Benchmark
    public GoTemplate parse() throws TemplateException {
        return GoTemplate.parse(ConfigurationTemplate.NAME, ConfigurationTemplate.TEXT, settings);
    }
}
