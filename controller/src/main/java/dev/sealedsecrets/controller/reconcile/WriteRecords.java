package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.keys.ActiveKey;
import dev.sealedsecrets.controller.keys.KeySnapshot;
import dev.sealedsecrets.crypto.Fingerprint;
import dev.sealedsecrets.crypto.RecordKey;
import dev.sealedsecrets.resource.ObjectMeta;
import dev.sealedsecrets.resource.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes and checks records with the keys of one moment. A record whose key is not there proves nothing.
 *
 * <p>Every tag covers the uid of the SealedSecret, so that no record holds for another object, and its generation and scope
 * where it stands for what was made of them.
 */
record WriteRecords(KeySnapshot keys) {
    /**
     * The record of a Secret that is as it should be.
     *
     * @param openedBy the key that opened each item; where there is no item the newest key makes the record
     * @return empty if there is no key
     */
    Optional<WriteRecord> make(
            ObjectMeta sealed,
            Map<String, Fingerprint> openedBy,
            Map<String, SecretValue> data,
            SecretVersion version,
            boolean owned) {
        Optional<Fingerprint> fingerprint =
                openedBy.values().stream().findFirst().or(() -> keys.newest().map(ActiveKey::fingerprint));
        return fingerprint.flatMap(name -> keys.ring()
                .recordKey(name)
                .map(key -> new WriteRecord(
                        owned,
                        name,
                        secretTag(key, sealed, version.uid(), owned),
                        versionTag(key, sealed, version, owned),
                        contentTag(key, sealed, openedBy, data),
                        dataTag(key, sealed, data))));
    }

    /** Whether nothing has happened to the SealedSecret and to its Secret since the record was made. */
    boolean isUntouched(WriteRecord record, ObjectMeta sealed, SecretVersion seen) {
        return keys.ring()
                .recordKey(record.key())
                .filter(key -> record.version().equals(versionTag(key, sealed, seen, record.owned())))
                .isPresent();
    }

    /** Whether the record is about the Secret with this uid. */
    boolean isAbout(WriteRecord record, ObjectMeta sealed, String secretUid) {
        return keys.ring()
                .recordKey(record.key())
                .filter(key -> record.secret().equals(secretTag(key, sealed, secretUid, record.owned())))
                .isPresent();
    }

    /** Whether the key of the record is there, so that the other questions have an answer. */
    boolean canCheck(WriteRecord record) {
        return keys.ring().recordKey(record.key()).isPresent();
    }

    /** Whether these are the values that the SealedSecret, as it is now, gave when the record was made. */
    boolean isContent(
            WriteRecord record, ObjectMeta sealed, Map<String, Fingerprint> openedBy, Map<String, SecretValue> data) {
        return keys.ring()
                .recordKey(record.key())
                .filter(key -> record.content().equals(contentTag(key, sealed, openedBy, data)))
                .isPresent();
    }

    /** Whether the record, if it can be checked, is about other values than these, whatever they were made from. */
    boolean isAboutOtherData(WriteRecord record, ObjectMeta sealed, Map<String, SecretValue> data) {
        return keys.ring()
                .recordKey(record.key())
                .filter(key -> !record.data().equals(dataTag(key, sealed, data)))
                .isPresent();
    }

    private static String secretTag(RecordKey key, ObjectMeta sealed, String secretUid, boolean owned) {
        return key.tag(texts("secret", sealed.uid(), secretUid, String.valueOf(owned)));
    }

    private static String versionTag(RecordKey key, ObjectMeta sealed, SecretVersion version, boolean owned) {
        return key.tag(texts(
                "version",
                sealed.uid(),
                String.valueOf(sealed.generation()),
                sealed.scope().text(),
                version.uid(),
                version.resourceVersion(),
                String.valueOf(owned)));
    }

    private static String contentTag(
            RecordKey key, ObjectMeta sealed, Map<String, Fingerprint> openedBy, Map<String, SecretValue> data) {
        List<byte[]> fields = new ArrayList<>(texts(
                "content",
                sealed.uid(),
                String.valueOf(sealed.generation()),
                sealed.scope().text()));
        TreeSet<String> openers = new TreeSet<>();
        openedBy.values().forEach(fingerprint -> openers.add(fingerprint.text()));
        fields.addAll(texts(String.valueOf(openers.size())));
        fields.addAll(texts(openers.toArray(String[]::new)));
        addData(fields, data);
        return key.tag(fields);
    }

    private static String dataTag(RecordKey key, ObjectMeta sealed, Map<String, SecretValue> data) {
        List<byte[]> fields = new ArrayList<>(texts("data", sealed.uid()));
        addData(fields, data);
        return key.tag(fields);
    }

    private static void addData(List<byte[]> fields, Map<String, SecretValue> data) {
        new TreeMap<>(data).forEach((name, value) -> {
            fields.addAll(texts(name));
            fields.add(value.bytes());
        });
    }

    private static List<byte[]> texts(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
