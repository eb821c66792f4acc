/** The bounds of one rendering: what is counted, and the failures when a count runs out. */
@NullMarked
package dev.sealedsecrets.template.limit;

import org.jspecify.annotations.NullMarked;
