/**
 * Which of several replicas reconciles and makes keys: an election over a Lease.
 *
 * <p>{@code Election} is one replica's part in it, a step at a time; {@code LeaderElection} takes the steps. Time is monotonic and
 * local: clocks that disagree do no harm (docs/decisions/0604).
 */
@NullMarked
package dev.sealedsecrets.controller.leader;

import org.jspecify.annotations.NullMarked;
