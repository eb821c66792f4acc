package dev.sealedsecrets.crypto;

/** Unencrypted PKCS#8 (RFC 5208): a private key with the name of its algorithm around it. */
final class Pkcs8 {
    private static final int RAW_KEY_BYTES = 32;

    private Pkcs8() {}

    /** Reads a key of one of the kinds the original knows: RSA, EC on a NIST curve, Ed25519, X25519. */
    static PrivateKeyForm read(byte[] der) throws MalformedDerException {
        DerReader fields = new DerReader(der).sequence();
        fields.integer();
        AlgorithmIdentifier algorithm = AlgorithmIdentifier.read(fields);
        byte[] key = fields.octetString();
        return switch (algorithm.algorithm()) {
            case AlgorithmIdentifier.RSA -> RsaPrivateNumbers.readPkcs1(key);
            case AlgorithmIdentifier.EC -> EcPrivateKeyForm.read(key, curve(algorithm));
            case AlgorithmIdentifier.ED25519 -> rawKey(algorithm, key, ForeignPrivateKey.ED25519);
            case AlgorithmIdentifier.X25519 -> rawKey(algorithm, key, ForeignPrivateKey.X25519);
            default -> throw new MalformedDerException();
        };
    }

    /** The private key inside, in the form of its own algorithm. */
    static byte[] unwrap(byte[] der) throws MalformedDerException {
        DerReader fields = new DerReader(der).sequence();
        fields.integer();
        AlgorithmIdentifier.read(fields);
        return fields.octetString();
    }

    private static String curve(AlgorithmIdentifier algorithm) throws MalformedDerException {
        DerReader parameters = algorithm.parameters();
        return parameters.nextIs(DerReader.OBJECT_IDENTIFIER) ? parameters.objectIdentifier() : "";
    }

    private static PrivateKeyForm rawKey(AlgorithmIdentifier algorithm, byte[] key, ForeignPrivateKey kind)
            throws MalformedDerException {
        DerReader inner = new DerReader(key);
        if (!algorithm.hasNoParameters() || inner.octetString().length != RAW_KEY_BYTES) {
            throw new MalformedDerException();
        }
        return kind;
    }
}
