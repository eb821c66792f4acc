/** The functions templates call: the builtins of the language and the sprig library, by subject. */
@NullMarked
package dev.sealedsecrets.template.function;

import org.jspecify.annotations.NullMarked;
