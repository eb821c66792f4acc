package dev.sealedsecrets.cli.cases;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Compares the requests that the stub got with those that a case expects. */
final class RequestVerdict {

    private RequestVerdict() {}

    static List<String> complaints(Expectation expected, List<ReceivedRequest> seen) {
        List<String> complaints = new ArrayList<>();
        for (ReceivedRequest request : seen) {
            for (Pattern excluded : expected.requestsExclude()) {
                if (excluded.matcher(request.line()).matches()) {
                    complaints.add("must not be requested: " + request.line());
                }
            }
        }
        expected.requests().ifPresent(requests -> complaints.addAll(inOrder(requests, seen)));
        return complaints;
    }

    private static List<String> inOrder(List<ExpectedRequest> expected, List<ReceivedRequest> seen) {
        List<ExpectedRequest> due = new ArrayList<>();
        for (ExpectedRequest request : expected) {
            boolean isMade = due.size() < seen.size()
                    && unescaped(seen.get(due.size()).line()).equals(unescaped(request.line()));
            if (isMade || !request.isOptional()) {
                due.add(request);
            }
        }
        List<String> wantedLines = due.stream()
                .map(ExpectedRequest::line)
                .map(RequestVerdict::unescaped)
                .toList();
        List<String> seenLines = seen.stream()
                .map(ReceivedRequest::line)
                .map(RequestVerdict::unescaped)
                .toList();
        if (!wantedLines.equals(seenLines)) {
            return List.of(
                    Differences.between("requests", String.join("\n", wantedLines), String.join("\n", seenLines)));
        }
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            complaints.addAll(contents(due.get(i), seen.get(i)));
        }
        return complaints;
    }

    /** Escapes in a query count as what they stand for. */
    private static String unescaped(String line) {
        int mark = line.indexOf('?');
        return mark < 0
                ? line
                : line.substring(0, mark)
                        + URLDecoder.decode(line.substring(mark).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static List<String> contents(ExpectedRequest expected, ReceivedRequest seen) {
        List<String> complaints = new ArrayList<>();
        expected.headers().forEach((name, rule) -> {
            List<String> values = seen.headers().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (!rule.accepts(values)) {
                complaints.add("%s: header %s: expected %s, got %s".formatted(expected.line(), name, rule, values));
            }
        });
        for (String name : expected.absentHeaders()) {
            if (seen.headers().containsKey(name.toLowerCase(Locale.ROOT))) {
                complaints.add(expected.line() + ": header " + name + " must not be sent");
            }
        }
        expected.body().ifPresent(body -> {
            try {
                if (!Objects.equals(Json.normal(body), Json.parse(seen.body()))) {
                    complaints.add(Differences.between("body of " + expected.line(), Json.text(body), seen.body()));
                }
            } catch (IOException e) {
                complaints.add(expected.line() + ": the body is not JSON: " + Differences.shorten(seen.body()));
            }
        });
        return complaints;
    }
}
