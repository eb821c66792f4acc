package dev.sealedsecrets.cli.cases;

import java.util.List;
import java.util.Map;

/**
 * A request that the stub got.
 *
 * @param line method and target as they were sent
 * @param headers by name in lower case
 */
record ReceivedRequest(String line, Map<String, List<String>> headers, String body) {}
