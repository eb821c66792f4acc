@NullMarked
package dev.sealedsecrets.controller.reconcile;

import org.jspecify.annotations.NullMarked;
