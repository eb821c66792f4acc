package dev.sealedsecrets.controller.leader;

import java.time.Duration;

/**
 * The times of an election, as other controllers of Kubernetes have them.
 *
 * @param lease how long the others wait after the last renewal they saw before one of them takes over; whole seconds
 * @param renewDeadline how long the leader may write after its last renewal; less than {@code lease}
 * @param retry from one step to the next; less than {@code renewDeadline}
 */
public record ElectionTimes(Duration lease, Duration renewDeadline, Duration retry) {}
