/** Keys, certificates, password hashes and encryption for templates; the only part that loads Bouncy Castle. */
@NullMarked
package dev.sealedsecrets.template.crypto;

import org.jspecify.annotations.NullMarked;
