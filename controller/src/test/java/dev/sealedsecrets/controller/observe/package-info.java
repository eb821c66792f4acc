@NullMarked
package dev.sealedsecrets.controller.observe;

import org.jspecify.annotations.NullMarked;
