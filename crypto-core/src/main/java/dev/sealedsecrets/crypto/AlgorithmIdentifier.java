package dev.sealedsecrets.crypto;

import java.util.Arrays;

/**
 * An AlgorithmIdentifier (RFC 5280 section 4.1.1.2): an object identifier and, if there are any, the parameters as DER.
 */
final class AlgorithmIdentifier {
    static final String RSA = "1.2.840.113549.1.1.1";
    static final String EC = "1.2.840.10045.2.1";
    static final String X25519 = "1.3.101.110";
    static final String ED25519 = "1.3.101.112";

    private static final byte[] NULL = {0x05, 0x00};

    private final String algorithm;
    private final byte[] parameters;

    private AlgorithmIdentifier(String algorithm, byte[] parameters) {
        this.algorithm = algorithm;
        this.parameters = parameters;
    }

    /** Takes the next element. */
    static AlgorithmIdentifier read(DerReader from) throws MalformedDerException {
        DerReader contents = from.sequence();
        String algorithm = contents.objectIdentifier();
        byte[] parameters = contents.hasMore() ? contents.element() : new byte[0];
        contents.end();
        return new AlgorithmIdentifier(algorithm, parameters);
    }

    String algorithm() {
        return algorithm;
    }

    boolean hasNoParameters() {
        return parameters.length == 0;
    }

    boolean hasNullParameters() {
        return Arrays.equals(parameters, NULL);
    }

    /** A reader over the parameters. */
    DerReader parameters() {
        return new DerReader(parameters);
    }

    boolean sameAs(AlgorithmIdentifier other) {
        return algorithm.equals(other.algorithm) && Arrays.equals(parameters, other.parameters);
    }
}
