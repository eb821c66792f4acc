/** The values a template works on: Go's types as far as a template can meet them, and functions with Go signatures. */
@NullMarked
package dev.sealedsecrets.template.value;

import org.jspecify.annotations.NullMarked;
