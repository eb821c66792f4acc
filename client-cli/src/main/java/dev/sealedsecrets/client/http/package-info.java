/**
 * HTTP as the client needs it: one request, one bounded answer, explicit trust, proxy and time limit.
 *
 * <p>Everything of the Kubernetes client and its HTTP library is behind {@link dev.sealedsecrets.client.http.HttpTransport};
 * the other types load without them.
 */
@NullMarked
package dev.sealedsecrets.client.http;

import org.jspecify.annotations.NullMarked;
