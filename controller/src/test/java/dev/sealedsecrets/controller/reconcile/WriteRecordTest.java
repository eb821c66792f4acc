package dev.sealedsecrets.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.crypto.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteRecordTest {
    private static final String TAG = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final String KEY = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void theTextReadsBack() {
        WriteRecord record =
                new WriteRecord(false, new Fingerprint(KEY), TAG, TAG.replace('A', '_'), TAG, TAG.replace('A', '-'));

        assertThat(WriteRecord.parse(record.text())).contains(record);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v2",
                "v1 own " + KEY + " " + TAG + " " + TAG + " " + TAG,
                "v3 own " + KEY + " " + TAG + " " + TAG + " " + TAG + " " + TAG,
                "v2 none " + KEY + " " + TAG + " " + TAG + " " + TAG + " " + TAG,
                "v2 own SHA256:AAAA " + TAG + " " + TAG + " " + TAG + " " + TAG,
                "v2 own " + KEY + " " + TAG + " " + TAG + " " + TAG + " short",
                "v2 own " + KEY + " " + TAG + " " + TAG + " " + TAG + " " + TAG + " more"
            })
    void anythingElseIsNoRecord(String text) {
        assertThat(WriteRecord.parse(text)).isEmpty();
    }
}
