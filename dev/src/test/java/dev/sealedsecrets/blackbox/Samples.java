package dev.sealedsecrets.blackbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Samples of a metrics page. */
final class Samples {

    private static final Pattern LINE = Pattern.compile("([A-Za-z_:][\\w:]*)(?:\\{(.*)})?\\s+(\\S+)(?:\\s+\\S+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Samples() {}

    record Sample(Map<String, String> labels, double value) {}

    static List<Sample> of(String page, String series, Fields labels) {
        List<Sample> found = new ArrayList<>();
        for (String line : page.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && matcher.group(1).equals(series)) {
                Map<String, String> have = labels(matcher.group(2) == null ? "" : matcher.group(2));
                if (labels.map().entrySet().stream()
                        .allMatch(e -> String.valueOf(e.getValue()).equals(have.get(e.getKey())))) {
                    found.add(new Sample(have, Double.parseDouble(matcher.group(3))));
                }
            }
        }
        return found;
    }

    static double sum(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::value).sum();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.put(
                    matcher.group(1),
                    matcher.group(2).replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\"));
        }
        return labels;
    }
}
