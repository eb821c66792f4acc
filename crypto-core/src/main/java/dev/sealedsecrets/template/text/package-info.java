/** Go strings: byte strings, UTF-8, quoting and the text forms of numbers, as Go's unicode, utf8 and strconv define them. */
@NullMarked
package dev.sealedsecrets.template.text;

import org.jspecify.annotations.NullMarked;
