package dev.sealedsecrets.controller.reconcile;

/**
 * How SealedSecrets become Secrets.
 *
 * @param keyPrefix name of a sealing key without label, which no SealedSecret may write
 * @param updateStatus false: statuses are never written
 * @param oldGarbageCollection the Secret of a SealedSecret that goes is deleted here, owner reference or not
 * @param drift what an edit of an owned Secret causes
 * @param restartWorkloads whether workloads are restarted that ask for it when values of a Secret change
 * @param maxRetries attempts after the first for failures that time does not heal; negative: none
 * @param workers how many objects are worked on at once
 */
public record ReconcileSettings(
        WatchSettings watch,
        String keyPrefix,
        boolean updateStatus,
        boolean oldGarbageCollection,
        DriftMode drift,
        boolean restartWorkloads,
        int maxRetries,
        int workers) {}
