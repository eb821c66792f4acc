package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.SealedSecretResource;
import dev.sealedsecrets.controller.keys.KeySnapshot;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.SecretValue;
import dev.sealedsecrets.resource.UnsealOutcome;
import java.util.Map;
import java.util.Optional;

/**
 * Reads back what the status of a SealedSecret remembers, so that a restart finds what the last process knew: nothing has to
 * be opened, read or written where nothing has happened.
 */
record Recollection(SealedSecretResource sealed, KeySnapshot keys) {
    /** The text of the record, if there is one. */
    String text() {
        return SyncStatus.recordIn(sealed.getStatus());
    }

    private Optional<WriteRecord> record() {
        return WriteRecord.parse(text());
    }

    /** Where the SealedSecret stands, if nothing has happened to it and its Secret since the last write. */
    Optional<Standing> standing(SecretSighting sighting) {
        ObjectMeta metadata = sealed.metadata();
        SecretVersion seen = sighting.versionOr(SecretVersion.NONE);
        if (!SyncStatus.saysApplied(sealed.getStatus(), metadata.generation()) || seen.equals(SecretVersion.NONE)) {
            return Optional.empty();
        }
        return record().filter(record -> new WriteRecords(keys).isUntouched(record, metadata, seen))
                .map(record -> new Standing(
                        Inputs.of(metadata),
                        "",
                        new Outcome.Synced(),
                        facts(record, seen),
                        metadata.generation(),
                        Attempts.NONE,
                        true,
                        new Remembered("", record.text(), Map.of())));
    }

    /** What is known about the Secret that is there. */
    SecretFacts facts(SecretSighting sighting) {
        SecretVersion seen = sighting.versionOr(SecretVersion.NONE);
        return record().filter(record -> new WriteRecords(keys).isAbout(record, sealed.metadata(), seen.uid()))
                .map(record -> facts(record, seen))
                .orElse(SecretFacts.NONE);
    }

    private static SecretFacts facts(WriteRecord record, SecretVersion version) {
        return new SecretFacts(version, record.owned() ? version.uid() : "", !record.owned());
    }

    /**
     * The record to have after a pass: a new one if the Secret was written or the last record does not hold any more.
     *
     * @param last text of the last record; may be empty
     */
    String after(WriteResult.Done done, Optional<UnsealOutcome.Unsealed> unsealed, String last) {
        if (!(done.outcome() instanceof Outcome.Synced) || unsealed.isEmpty()) {
            return last;
        }
        WriteRecords records = new WriteRecords(keys);
        ObjectMeta metadata = sealed.metadata();
        Map<String, SecretValue> data = unsealed.get().secret().data();
        boolean owned = !done.secret().leftToOthers();
        boolean holds = !done.changed()
                && WriteRecord.parse(last)
                        .filter(record -> record.owned() == owned)
                        .filter(record -> records.isAbout(
                                record, metadata, done.secret().version().uid()))
                        .filter(record -> records.isContent(
                                record, metadata, unsealed.get().openedBy(), data))
                        .isPresent();
        return holds
                ? last
                : records.make(
                                metadata,
                                unsealed.get().openedBy(),
                                data,
                                done.secret().version(),
                                owned)
                        .map(WriteRecord::text)
                        .orElse(last);
    }

    /**
     * The tag of the values that a pass brought, if the record before was about other values.
     *
     * @param last text of the record before; may be empty
     * @param now text of the record after the pass
     */
    Optional<String> changedData(UnsealOutcome.Unsealed unsealed, String last, String now) {
        Map<String, SecretValue> data = unsealed.secret().data();
        return WriteRecord.parse(last)
                .filter(record -> new WriteRecords(keys).isAboutOtherData(record, sealed.metadata(), data))
                .flatMap(record -> WriteRecord.parse(now))
                .map(WriteRecord::data);
    }
}
