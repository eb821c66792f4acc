package dev.sealedsecrets.controller.keys;

import java.util.function.BooleanSupplier;

/**
 * This replica's part in making keys.
 *
 * @param amongOthers whether there may be other replicas, of which the leader makes the keys
 * @param leads whether this one leads now
 */
public record Replica(boolean amongOthers, BooleanSupplier leads) {

    /** There is no other. */
    public static Replica only() {
        return new Replica(false, () -> true);
    }

    boolean mayMake() {
        return leads.getAsBoolean();
    }
}
