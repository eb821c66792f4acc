/**
 * The client library: what kubeseal does, for programs that want it without the command line.
 *
 * <p>{@link dev.sealedsecrets.client.SealedSecretsClient} is where to begin; docs/client-library.md shows it at work. It is made of:
 *
 * <ul>
 *   <li>{@link dev.sealedsecrets.client.SecretSealing} and {@link dev.sealedsecrets.client.ValueSealing} seal,
 *   <li>{@link dev.sealedsecrets.client.Merging} adds to an existing SealedSecret,
 *   <li>{@link dev.sealedsecrets.client.Recovery} opens without a cluster,
 *   <li>{@link dev.sealedsecrets.client.CertificateSource} finds the certificate to seal with,
 *   <li>{@code client.cluster} reaches the controller: certificate, validation, re-encryption.
 * </ul>
 *
 * <p>Nothing here ends the process, prints or reads the process's environment. Every failure that a user can cause is a
 * {@link dev.sealedsecrets.client.ClientException}. Of the cluster's classes none is loaded before a cluster is asked.
 */
@NullMarked
package dev.sealedsecrets.client;

import org.jspecify.annotations.NullMarked;
