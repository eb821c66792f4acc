@NullMarked
package dev.sealedsecrets.controller.keys;

import org.jspecify.annotations.NullMarked;
