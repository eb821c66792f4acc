package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of other kinds are recognised, because the first key of a text counts whatever it is. */
class ForeignPrivateKeyTest {
    private static final ASN1ObjectIdentifier EC = new ASN1ObjectIdentifier(AlgorithmIdentifier.EC);
    private static final String P256 = "1.2.840.10045.3.1.7";

    @ParameterizedTest
    @CsvSource({"secp224r1, 1.3.132.0.33", "P-256, 1.2.840.10045.3.1.7", "P-384, 1.3.132.0.34", "P-521, 1.3.132.0.35"})
    void scalarsBelowTheOrderOfTheCurveAreKeys(String name, String curve) throws Exception {
        BigInteger order = ECNamedCurveTable.getParameterSpec(name).getN();

        assertThat(EcPrivateKeyForm.readSec1(sec1(1, order.subtract(BigInteger.ONE), curve)))
                .isEqualTo(ForeignPrivateKey.ECDSA);
        assertThatThrownBy(() -> EcPrivateKeyForm.readSec1(sec1(1, order, curve)))
                .isInstanceOf(MalformedDerException.class);
        assertThatThrownBy(() -> EcPrivateKeyForm.readSec1(sec1(1, BigInteger.ZERO, curve)))
                .isInstanceOf(MalformedDerException.class);
    }

    @Test
    void otherCurvesAndVersionsAreNoKeys() {
        assertThatThrownBy(() -> EcPrivateKeyForm.readSec1(sec1(1, BigInteger.TEN, "1.3.132.0.10")))
                .isInstanceOf(MalformedDerException.class);
        assertThatThrownBy(() -> EcPrivateKeyForm.readSec1(sec1(2, BigInteger.TEN, P256)))
                .isInstanceOf(MalformedDerException.class);
    }

    @Test
    void publicKeyBesideTheScalarHasToBeABitString() throws Exception {
        assertThat(EcPrivateKeyForm.readSec1(sec1(new DERBitString(new byte[65]))))
                .isEqualTo(ForeignPrivateKey.ECDSA);
        assertThatThrownBy(() -> EcPrivateKeyForm.readSec1(sec1(DERNull.INSTANCE)))
                .isInstanceOf(MalformedDerException.class);
    }

    @Test
    void curveOutsideCountsMoreThanCurveInside() throws Exception {
        byte[] other = sec1(1, BigInteger.TEN, "1.3.132.0.10");

        assertThat(Pkcs8.read(pkcs8(EC, new ASN1ObjectIdentifier(P256), other))).isEqualTo(ForeignPrivateKey.ECDSA);
        assertThat(Pkcs8.read(pkcs8(EC, DERNull.INSTANCE, sec1(1, BigInteger.TEN, P256))))
                .isEqualTo(ForeignPrivateKey.ECDSA);
    }

    @ParameterizedTest
    @CsvSource({"1.3.101.110, *ecdh.PrivateKey", "1.3.101.112, ed25519.PrivateKey"})
    void rawKeysHave32BytesAndNoParameters(String algorithm, String goType) throws Exception {
        ASN1ObjectIdentifier identifier = new ASN1ObjectIdentifier(algorithm);
        byte[] key = Der.bytes(new DEROctetString(new byte[32]));
        byte[] shorter = Der.bytes(new DEROctetString(new byte[31]));

        assertThat(Pkcs8.read(pkcs8(identifier, null, key))).isEqualTo(new ForeignPrivateKey(goType));
        assertThatThrownBy(() -> Pkcs8.read(pkcs8(identifier, null, shorter)))
                .isInstanceOf(MalformedDerException.class);
        assertThatThrownBy(() -> Pkcs8.read(pkcs8(identifier, DERNull.INSTANCE, key)))
                .isInstanceOf(MalformedDerException.class);
    }

    private static byte[] sec1(int version, BigInteger scalar, String curve) {
        return Der.bytes(Der.sequence(
                new ASN1Integer(version),
                new DEROctetString(scalar.toByteArray()),
                new DERTaggedObject(true, 0, new ASN1ObjectIdentifier(curve))));
    }

    private static byte[] sec1(ASN1Encodable publicKey) {
        return Der.bytes(Der.sequence(
                new ASN1Integer(1),
                new DEROctetString(new byte[] {7}),
                new DERTaggedObject(true, 0, new ASN1ObjectIdentifier(P256)),
                new DERTaggedObject(true, 1, publicKey)));
    }

    private static byte[] pkcs8(ASN1ObjectIdentifier algorithm, @Nullable ASN1Encodable parameters, byte[] key) {
        return Der.bytes(Der.sequence(
                new ASN1Integer(0),
                parameters == null ? Der.sequence(algorithm) : Der.sequence(algorithm, parameters),
                new DEROctetString(key)));
    }
}
