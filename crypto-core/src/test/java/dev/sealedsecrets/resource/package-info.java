@NullMarked
package dev.sealedsecrets.resource;

import org.jspecify.annotations.NullMarked;
