/**
 * The demo of {@code dev/try}: both programs in one process with an API server that keeps objects in memory, so that a newcomer
 * needs a JDK and Maven only. {@link dev.sealedsecrets.demo.Demo} is the story; the rest sets its scene.
 */
@NullMarked
package dev.sealedsecrets.demo;

import org.jspecify.annotations.NullMarked;
