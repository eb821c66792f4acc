/**
 * The sealing keys: the Secrets that hold them, the ring that opens with all of them, the newest that is published, and
 * their renewal.
 *
 * <p>{@link dev.sealedsecrets.controller.keys.SealingKeys} runs it all on one thread of its own; everybody else sees
 * immutable {@link dev.sealedsecrets.controller.keys.KeySnapshot}s through
 * {@link dev.sealedsecrets.controller.keys.KeyRegistry}. Key bytes leave this package in one place only, towards the
 * API server, when a new key is stored.
 */
@NullMarked
package dev.sealedsecrets.controller.keys;

import org.jspecify.annotations.NullMarked;
