package dev.sealedsecrets.crypto;

import java.math.BigInteger;

/**
 * Recognises private keys on the NIST curves in SEC 1 form (RFC 5915). They cannot be used; that one parses matters, because the
 * first key of a text counts even if it is of the wrong kind.
 */
final class EcPrivateKeyForm {
    private EcPrivateKeyForm() {}

    /** Reads an ECPrivateKey structure that names its curve. */
    static ForeignPrivateKey readSec1(byte[] der) throws MalformedDerException {
        return read(der, "");
    }

    /**
     * Reads an ECPrivateKey structure. What follows the public key does not matter, as in the original.
     *
     * @param outerCurve the object identifier of the curve where PKCS#8 gives it, and then the one that counts; or empty
     */
    static ForeignPrivateKey read(byte[] der, String outerCurve) throws MalformedDerException {
        DerReader fields = new DerReader(der).sequence();
        if (!fields.integer().equals(BigInteger.ONE)) {
            throw new MalformedDerException();
        }
        BigInteger scalar = new BigInteger(1, fields.octetString());
        String innerCurve = "";
        if (fields.nextIs(DerReader.context(0))) {
            innerCurve = fields.enter(DerReader.context(0)).objectIdentifier();
        }
        if (fields.nextIs(DerReader.context(1))) {
            fields.enter(DerReader.context(1)).bitStringOctets();
        }
        BigInteger order = order(outerCurve.isEmpty() ? innerCurve : outerCurve);
        if (scalar.signum() == 0 || scalar.compareTo(order) >= 0) {
            throw new MalformedDerException();
        }
        return ForeignPrivateKey.ECDSA;
    }

    /** The order of the group (SP 800-186 section 3.2.1), above which there is no scalar. */
    private static BigInteger order(String curve) throws MalformedDerException {
        return switch (curve) {
            case "1.3.132.0.33" -> hex("ffffffffffffffffffffffffffff16a2e0b8f03e13dd29455c5c2a3d");
            case "1.2.840.10045.3.1.7" -> hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
            case "1.3.132.0.34" ->
                hex("ffffffffffffffffffffffffffffffffffffffffffffffff"
                        + "c7634d81f4372ddf581a0db248b0a77aecec196accc52973");
            case "1.3.132.0.35" ->
                hex("1ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                        + "fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409");
            default -> throw new MalformedDerException();
        };
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
