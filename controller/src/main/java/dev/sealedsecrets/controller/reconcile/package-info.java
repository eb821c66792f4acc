/** From a SealedSecret to a Secret and a status. */
@NullMarked
package dev.sealedsecrets.controller.reconcile;

import org.jspecify.annotations.NullMarked;
