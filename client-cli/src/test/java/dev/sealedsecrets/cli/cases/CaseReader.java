package dev.sealedsecrets.cli.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads case files. Whatever is wrong in one is a {@link CaseException}. */
final class CaseReader {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(?:sealed|kept)(?:@[a-z0-9]+)?:([^}]*):[^}:]*\\}");

    private CaseReader() {}

    /** All cases of a folder, by name. */
    static List<GoldenCase> readAll(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().map(CaseReader::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GoldenCase read(Path file) {
        String fileName = file.getFileName().toString();
        try {
            GoldenCase golden = read(Files.readString(file));
            if (!fileName.equals(golden.name() + ".yaml")) {
                throw new CaseException("the name is another than that of the file");
            }
            return golden;
        } catch (CaseException e) {
            throw new CaseException(fileName + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GoldenCase read(String yaml) {
        CaseMapping top =
                CaseMapping.of("the case", new Load(LoadSettings.builder().build()).loadFromString(yaml));
        if (top.has("stdin") && top.has("stdinBase64")) {
            throw new CaseException("stdin and stdinBase64 exclude each other");
        }
        if (top.text("upstream").isPresent() != top.text("upstreamObserved").isPresent()) {
            throw new CaseException("upstream and upstreamObserved go together");
        }
        if (!top.text("upstream").orElse("deviates").equals("deviates")) {
            throw new CaseException("upstream must be 'deviates' or absent");
        }
        Optional<ClusterSpec> cluster = top.mapping("cluster").map(ClusterReader::read);
        top.required("args");
        GoldenCase golden = new GoldenCase(
                top.requiredText("name"),
                top.requiredText("area"),
                top.requiredText("why"),
                top.texts("args"),
                top.text("stdin")
                        .map(text -> new Content(text, false))
                        .or(() -> top.text("stdinBase64").map(text -> new Content(text, true)))
                        .orElse(Content.EMPTY),
                top.flag("tty"),
                top.textsByName("env"),
                top.texts("dirs"),
                files(top),
                cluster,
                expectation(
                        CaseMapping.of("expect", top.required("expect")), cluster.isPresent(), top.required("expect")));
        top.rejectOthers();
        return golden;
    }

    private static Map<String, Content> files(CaseMapping top) {
        Map<String, Content> files = new LinkedHashMap<>();
        top.textsByName("files").forEach((name, text) -> files.put(name, new Content(text, false)));
        top.textsByName("filesBase64").forEach((name, text) -> files.put(name, new Content(text, true)));
        return files;
    }

    private static Expectation expectation(CaseMapping expect, boolean hasCluster, Object raw) {
        if (hasCluster != expect.has("requests")) {
            throw new CaseException("requests are expected if and only if there is a cluster");
        }
        Set<String> labels = new TreeSet<>();
        labels.add("");
        collectLabels(raw, labels);
        Expectation expectation = new Expectation(
                expect.number("exit")
                        .orElseThrow(() -> new CaseException("expect lacks the key exit"))
                        .intValue(),
                new StreamRule(
                        expect.text("stdout"),
                        expect.text("stdoutRegex").map(CaseReader::pattern),
                        expect.texts("stdoutContains"),
                        expect.texts("stdoutExcludes")),
                new StreamRule(
                        expect.text("stderr"),
                        expect.text("stderrRegex").map(CaseReader::pattern),
                        List.of(),
                        List.of()),
                expect.textsByName("filesAfter"),
                expect.texts("filesRemoved"),
                expect.textsByName("modes"),
                requests(expect),
                expect.texts("requestsExclude").stream()
                        .map(CaseReader::pattern)
                        .toList(),
                List.copyOf(labels));
        expect.rejectOthers();
        return expectation;
    }

    private static Optional<List<ExpectedRequest>> requests(CaseMapping expect) {
        if (expect.value("requests").equals(Optional.of("any"))) {
            return Optional.empty();
        }
        return Optional.of(
                expect.items("requests").stream().map(CaseReader::request).toList());
    }

    private static ExpectedRequest request(@Nullable Object value) {
        if (value instanceof String line) {
            return new ExpectedRequest(line, Map.of(), List.of(), Optional.empty(), false);
        }
        CaseMapping mapping = CaseMapping.of("a request", value);
        Map<String, HeaderRule> headers = new LinkedHashMap<>();
        mapping.valuesByName("headers").forEach((name, rule) -> headers.put(name, headerRule(name, rule)));
        ExpectedRequest request = new ExpectedRequest(
                mapping.requiredText("request"),
                headers,
                mapping.texts("absentHeaders"),
                mapping.value("body"),
                mapping.flag("optional"));
        mapping.rejectOthers();
        return request;
    }

    private static HeaderRule headerRule(String name, @Nullable Object rule) {
        if (rule instanceof List<?> list) {
            return new HeaderRule.Exactly(
                    list.stream().map(item -> CaseMapping.text(name, item)).toList());
        }
        String text = CaseMapping.text(name, rule);
        return text.startsWith("?")
                ? new HeaderRule.Matching(Pattern.compile(text.substring(1)), true)
                : new HeaderRule.Matching(Pattern.compile(text), false);
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.DOTALL);
    }

    private static void collectLabels(@Nullable Object value, Set<String> labels) {
        if (value instanceof String text) {
            Matcher place = PLACE.matcher(text);
            while (place.find()) {
                labels.add(place.group(1));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(item -> collectLabels(item, labels));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collectLabels(item, labels));
        }
    }
}
