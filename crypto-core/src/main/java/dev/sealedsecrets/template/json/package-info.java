/** Go's JSON reader and writer for template values. */
@NullMarked
package dev.sealedsecrets.template.json;

import org.jspecify.annotations.NullMarked;
