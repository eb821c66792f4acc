/**
 * The Go template language with the sprig functions, sandboxed: {@link dev.sealedsecrets.template.GoTemplate} parses a
 * text once and renders it any number of times.
 *
 * <p>Nothing here knows of crypto envelopes or Kubernetes objects, and no template reaches files, network or environment.
 * Strings are byte strings throughout ({@link dev.sealedsecrets.template.text.Utf8}); Java texts appear only at this
 * package's edge. The parts: {@code parse} makes a tree, {@code exec} walks it, {@code value} is what it works on,
 * {@code format} prints, {@code function} holds what templates call, {@code limit} bounds it all.
 */
@NullMarked
package dev.sealedsecrets.template;

import org.jspecify.annotations.NullMarked;
