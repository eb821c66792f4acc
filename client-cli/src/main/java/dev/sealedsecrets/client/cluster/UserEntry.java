package dev.sealedsecrets.client.cluster;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A user of a kubeconfig. No text form shows a credential.
 *
 * @param tokenFile file with a bearer token; wins over the token of the credentials
 * @param exec program that provides credentials
 * @param authProvider name of a built-in provider, a mechanism that kubectl has given up; empty for none
 */
record UserEntry(
        Credentials credentials,
        @Nullable Path tokenFile,
        @Nullable PemSource clientCertificate,
        @Nullable PemSource clientKey,
        @Nullable ExecPlugin exec,
        String authProvider,
        Impersonation impersonation) {

    static final UserEntry EMPTY = new UserEntry(Credentials.NONE, null, null, null, null, "", Impersonation.NONE);
}
