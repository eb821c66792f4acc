/** RE2 regular expressions over byte strings. */
@NullMarked
package dev.sealedsecrets.template.regex;

import org.jspecify.annotations.NullMarked;
