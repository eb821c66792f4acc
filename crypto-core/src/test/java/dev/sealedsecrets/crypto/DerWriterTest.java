package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerWriterTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 255, 256, 65535, 65536})
    void writesTheShortestLength(int length) {
        byte[] octets = new byte[length];

        assertThat(DerWriter.octetString(octets)).isEqualTo(Der.bytes(new DEROctetString(octets)));
        assertThat(DerWriter.bitString(octets)).isEqualTo(Der.bytes(new DERBitString(octets)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 127, 128, -1, -129, 65537, Long.MAX_VALUE})
    void writesIntegers(long value) {
        BigInteger integer = BigInteger.valueOf(value);

        assertThat(DerWriter.integer(integer)).isEqualTo(Der.bytes(new ASN1Integer(integer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.113549.1.1.11", "2.5.29.15", "2.999.3", "0.39", "1.3.2147483647.0.16384"})
    void writesObjectIdentifiers(String dotted) throws Exception {
        byte[] element = DerWriter.objectIdentifier(dotted);

        assertThat(element).isEqualTo(Der.bytes(new ASN1ObjectIdentifier(dotted)));
        assertThat(new DerReader(element).objectIdentifier()).isEqualTo(dotted);
    }

    @Test
    void putsElementsIntoASequence() {
        assertThat(DerWriter.sequence(DerWriter.integer(BigInteger.ONE), DerWriter.sequence()))
                .isEqualTo(Der.bytes(Der.sequence(new ASN1Integer(1), Der.sequence())));
    }
}
