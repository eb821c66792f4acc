@NullMarked
package dev.sealedsecrets.controller.leader;

import org.jspecify.annotations.NullMarked;
