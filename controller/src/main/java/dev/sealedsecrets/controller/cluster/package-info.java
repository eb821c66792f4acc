/**
 * The way to the Kubernetes API: connections, calls whose failures are sorted by what helps against them, and the
 * conversion between the API's objects and those of {@code dev.sealedsecrets.resource}. Decides nothing.
 */
@NullMarked
package dev.sealedsecrets.controller.cluster;

import org.jspecify.annotations.NullMarked;
