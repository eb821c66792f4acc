package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;

/** What became of bringing a status in order. */
sealed interface StatusResult {
    /** It says what it should. */
    record InOrder() implements StatusResult {}

    /** Statuses are not written at all, or the SealedSecret has gone or changed, so that another pass follows. */
    record NotMine() implements StatusResult {}

    /** It could not be written. */
    record Failed(ApiFailure failure) implements StatusResult {}
}
