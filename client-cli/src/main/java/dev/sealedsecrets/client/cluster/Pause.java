package dev.sealedsecrets.client.cluster;

import java.time.Duration;

/** Lets time pass between two requests. */
@FunctionalInterface
interface Pause {

    /** Returns after this time. */
    void lasting(Duration time) throws InterruptedException;
}
