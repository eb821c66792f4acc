/**
 * The envelope of one sealed item, its keys, labels and certificates.
 *
 * <p>Sealing: {@link dev.sealedsecrets.crypto.SealingCertificate} gives the public key, {@link
 * dev.sealedsecrets.crypto.Scope} the {@link dev.sealedsecrets.crypto.Label}, {@link dev.sealedsecrets.crypto.Sealer} the
 * {@link dev.sealedsecrets.crypto.SealedPayload}. Unsealing: a {@link dev.sealedsecrets.crypto.KeyRing} of {@link
 * dev.sealedsecrets.crypto.SealingKey}s turns a payload and its label into an {@link
 * dev.sealedsecrets.crypto.UnsealResult}. Objects, annotations, JSON and YAML are not known here.
 *
 * <p>All of it uses the JDK alone, and on the way to a sealed item little of that: a short-lived process seals.
 */
@NullMarked
package dev.sealedsecrets.crypto;

import org.jspecify.annotations.NullMarked;
