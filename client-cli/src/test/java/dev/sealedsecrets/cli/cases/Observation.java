package dev.sealedsecrets.cli.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was seen of one run, with placeholders in the texts.
 *
 * @param changed new and changed files with their text
 * @param removed files that are gone
 * @param modes permissions of the files by name
 * @param stray what was left in HOME and TMPDIR
 */
record Observation(
        Ending ending,
        Map<String, String> changed,
        Set<String> removed,
        Map<String, String> modes,
        List<String> stray,
        List<ReceivedRequest> requests) {}
