/**
 * The kubeseal command: flags and environment variables in, one request to the client library, streams and an exit status out.
 *
 * <p>Nothing here seals, parses certificates or talks to a cluster; that is the client library. Nothing but
 * {@link dev.sealedsecrets.cli.Kubeseal#main} ends the process.
 */
@NullMarked
package dev.sealedsecrets.cli;

import org.jspecify.annotations.NullMarked;
