/** Tests of keys and certificates that look behind the template functions. */
@NullMarked
package dev.sealedsecrets.template.crypto;

import org.jspecify.annotations.NullMarked;
