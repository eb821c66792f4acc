package dev.sealedsecrets.controller.cluster;

import java.util.function.BooleanSupplier;

/**
 * What every call to the API keeps to.
 *
 * @param limit of the rate of calls
 * @param mayWrite whether this replica may change anything now; asked right before each write
 */
public record CallRules(TokenBucket limit, BooleanSupplier mayWrite) {

    /** No other replica is there: everything may be written at any time. */
    public static CallRules ofOnlyReplica(TokenBucket limit) {
        return new CallRules(limit, () -> true);
    }
}
