package dev.sealedsecrets.controller.reconcile;

/**
 * What is known about a SealedSecret and its Secret besides their content.
 *
 * @param specApplied the spec as it is now has been applied before: a difference is an edit of the Secret, not a new spec
 * @param writtenUid uid of the Secret that the SealedSecret is known to have written as its own; empty if unknown
 */
record Relation(boolean specApplied, String writtenUid) {}
