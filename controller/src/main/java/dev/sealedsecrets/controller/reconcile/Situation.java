package dev.sealedsecrets.controller.reconcile;

/**
 * What a pass knows of a SealedSecret and its Secret before it begins.
 *
 * @param sighting what the watch says about the Secret
 * @param known what earlier passes or the record say about the Secret
 * @param record text of the record of the last write; empty if there is none
 * @param specApplied the spec as it is now was applied before
 * @param mayCreate false: an absent Secret stays absent for now
 */
record Situation(SecretSighting sighting, SecretFacts known, String record, boolean specApplied, boolean mayCreate) {}
