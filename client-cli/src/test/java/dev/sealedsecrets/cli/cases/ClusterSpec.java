package dev.sealedsecrets.cli.cases;

import java.util.List;
import java.util.Map;

/**
 * The cluster of a case.
 *
 * @param tls whether the API server speaks HTTPS
 * @param kubeconfig text with placeholders
 * @param answers by method and path without query; those of one path are given out one after the other, the last again and again
 */
record ClusterSpec(boolean tls, String kubeconfig, Map<String, List<Answer>> answers) {}
