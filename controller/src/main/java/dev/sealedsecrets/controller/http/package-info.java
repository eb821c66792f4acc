/**
 * The public endpoints and the metrics endpoints. What they need of keys and crypto they take as functions, so that
 * nothing here knows how the controller works or what Kubernetes is.
 */
@NullMarked
package dev.sealedsecrets.controller.http;

import org.jspecify.annotations.NullMarked;
