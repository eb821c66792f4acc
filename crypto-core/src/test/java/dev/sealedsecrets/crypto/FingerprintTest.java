package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String TEXT = "SHA256:DtGnh4A+s9B9X+dBz76O24sIzQIKuaKGZ4sfrmtxb6g";

    @Test
    void readsBackFromItsText() {
        assertThat(Fingerprint.parse(TEXT)).contains(new Fingerprint(TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DtGnh4A+s9B9X+dBz76O24sIzQIKuaKGZ4sfrmtxb6g",
                "SHA256:DtGnh4A+s9B9X+dBz76O24sIzQIKuaKGZ4sfrmtxb6",
                "SHA256:DtGnh4A+s9B9X+dBz76O24sIzQIKuaKGZ4sfrmtxb6g=",
                "SHA256:DtGnh4A+s9B9X+dBz76O24sIzQIKuaKGZ4sfrmtxb6*",
                "SHA256:DtGnh4A+s9B9X+dBz76O24sIzQIKuaKGZ4sfrmtx\n6g",
                "sha256:DtGnh4A+s9B9X+dBz76O24sIzQIKuaKGZ4sfrmtxb6g"
            })
    void otherTextsAreNoFingerprint(String text) {
        assertThat(Fingerprint.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Fingerprint(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
