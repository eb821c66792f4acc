/** Tests of the template engine: the contract's cases, hazards, properties, leaks. */
@NullMarked
package dev.sealedsecrets.template;

import org.jspecify.annotations.NullMarked;
