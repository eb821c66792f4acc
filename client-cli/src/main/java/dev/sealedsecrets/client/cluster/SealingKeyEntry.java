package dev.sealedsecrets.client.cluster;

import java.time.Instant;

/**
 * A sealing key of a controller, without its secrets.
 *
 * @param secret name of the Secret that holds the key
 * @param fingerprint of the key: {@code SHA256:…}
 * @param notBefore when the certificate begins: about when the key was made
 * @param notAfter when the certificate ends; the key opens afterwards too
 */
public record SealingKeyEntry(String secret, String fingerprint, Instant notBefore, Instant notAfter) {}
