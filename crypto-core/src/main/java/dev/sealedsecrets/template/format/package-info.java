/** Go's formatted printing: the verbs of Printf and the default form of every value. */
@NullMarked
package dev.sealedsecrets.template.format;

import org.jspecify.annotations.NullMarked;
