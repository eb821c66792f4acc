package dev.sealedsecrets.cli.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What must be observed after the run. Texts hold placeholders.
 *
 * @param filesAfter new and changed files by name
 * @param modes permissions by file, four octal digits
 * @param requests in order; empty if any will do
 * @param requestsExclude requests that must not be made, by method and path
 * @param labels of the sealed items that are expected
 */
record Expectation(
        int exitStatus,
        StreamRule stdout,
        StreamRule stderr,
        Map<String, String> filesAfter,
        List<String> filesRemoved,
        Map<String, String> modes,
        Optional<List<ExpectedRequest>> requests,
        List<Pattern> requestsExclude,
        List<String> labels) {}
