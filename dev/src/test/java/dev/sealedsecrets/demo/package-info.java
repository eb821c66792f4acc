/** Tests of the demo. */
@NullMarked
package dev.sealedsecrets.demo;

import org.jspecify.annotations.NullMarked;
