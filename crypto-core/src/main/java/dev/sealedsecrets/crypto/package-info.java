/** The envelope of one sealed item, its keys, labels and certificates. */
@NullMarked
package dev.sealedsecrets.crypto;

import org.jspecify.annotations.NullMarked;
