/** Benchmarks of single parts: JMH for what runs often, a main class for what runs once in a fresh process. */
@NullMarked
package dev.sealedsecrets.bench;

import org.jspecify.annotations.NullMarked;
