package dev.sealedsecrets.client.http;

import org.jspecify.annotations.Nullable;

/**
 * How TLS connections are made.
 *
 * @param identity the certificate to show to the server; null for none
 * @param serverName the name to ask for and to expect in the server's certificate; null for the host of the address
 */
public record TlsSettings(
        ServerTrust trust,
        @Nullable ClientIdentity identity,
        @Nullable String serverName) {}
