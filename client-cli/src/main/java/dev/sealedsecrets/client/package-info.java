/** The client library. */
@NullMarked
package dev.sealedsecrets.client;

import org.jspecify.annotations.NullMarked;
