/**
 * From a SealedSecret to a Secret and a status.
 *
 * <h2>What happens</h2>
 *
 * <pre>
 * WatchScope ─ listeners ─ WorkQueue ─ Workers ─ Reconciler ─ Maker ─ SecretUnsealer
 *                                                    │          └─ SecretWriter ─ SecretDecider ─ Decision ─ Round ─ API
 *                                                    ├─ Recollection ─ WriteRecord
 *                                                    └─ Reporter ─ StatusWriter, EventRecorder, metrics, log
 * </pre>
 *
 * <p>The watches see SealedSecrets and the metadata of Secrets; their listeners do no more than queue a key, since both
 * objects have the same. The queue gives a key to one worker at a time, what just changed before what was there at start.
 *
 * <p>A pass starts from the caches and the {@code Standing} that the last one left; after a restart the record in the
 * status gives it back ({@code Recollection}). If they agree there is nothing to do but to compare the status. Otherwise the object is decoded and unsealed, and {@code SecretDecider} says what becomes of
 * the Secret: a pure function of the wanted Secret, the existing one, and what is known about the two. A {@code Round}
 * carries that out. Every write names the state that it replaces; if that has changed meanwhile, the next round decides
 * about the new one.
 *
 * <p>The result is one {@code Outcome}. Condition, event, metric, log line and the time of the next attempt all derive from
 * it.
 *
 * <h2>What holds</h2>
 *
 * <ul>
 *   <li>In doubt no Secret is written: the old one stays, and the status says why.
 *   <li>Nothing in here stops for one object. What does not decode, open or render fails by itself.
 *   <li>A failure that time may heal is tried for ever, with growing delays; one that it does not heal is tried a few
 *       times and then parked until the object, its Secret or the keys change.
 *   <li>Caches are never changed, and no worker is ever interrupted.
 * </ul>
 */
@NullMarked
package dev.sealedsecrets.controller.reconcile;

import org.jspecify.annotations.NullMarked;
