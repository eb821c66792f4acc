/**
 * Reaching the controller: kubeconfig, credentials, the requests to the API server and what their answers mean.
 *
 * <p>{@link dev.sealedsecrets.client.cluster.ClusterAccess} is the entry. Finding a namespace reads the kubeconfig and nothing
 * else; only {@link dev.sealedsecrets.client.cluster.ClusterAccess#connect} loads what a connection needs.
 */
@NullMarked
package dev.sealedsecrets.client.cluster;

import org.jspecify.annotations.NullMarked;
