@NullMarked
package dev.sealedsecrets.controller.cluster;

import org.jspecify.annotations.NullMarked;
