package dev.sealedsecrets.controller.cluster;

import java.time.Duration;
import java.time.Instant;

/**
 * A Lease of {@code coordination.k8s.io/v1}, as far as an election needs it.
 *
 * @param version resourceVersion; empty for one that is not stored
 * @param holder identity of the replica that leads; empty when it has given up the lease
 * @param duration how long others wait after the last renewal that they saw; whole seconds
 * @param acquired when the holder began to lead, by its clock: for people
 * @param renewed when the holder renewed last, by its clock: for people, and for noticing that it did
 * @param transitions how often the holder has changed
 */
public record LeaseRecord(
        String version, String holder, Duration duration, Instant acquired, Instant renewed, int transitions) {}
