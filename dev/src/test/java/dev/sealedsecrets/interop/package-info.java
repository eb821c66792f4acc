/**
 * Both of our programs against both of the original's: what one seals, the other opens.
 *
 * <p>The tests need the original's programs ({@code dev/peers}) and, the online ones, a control plane ({@code
 * dev/control-plane run}); {@code dev/test} brings both, and without them the tests are skipped.
 */
@NullMarked
package dev.sealedsecrets.interop;

import org.jspecify.annotations.NullMarked;
