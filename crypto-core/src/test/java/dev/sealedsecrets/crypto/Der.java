package dev.sealedsecrets.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/** Builds DER for tests, by Bouncy Castle rather than by the code under test. */
final class Der {
    private Der() {}

    static ASN1Sequence sequence(ASN1Encodable... elements) {
        return new DERSequence(elements);
    }

    static ASN1Sequence integers(List<BigInteger> values) {
        return new DERSequence(values.stream().map(ASN1Integer::new).toArray(ASN1Encodable[]::new));
    }

    static byte[] bytes(ASN1Encodable element) {
        try {
            return element.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first nine numbers of a PKCS#1 private key: version, n, e, d, p, q, dP, dQ, qInv. */
    static List<BigInteger> pkcs1Numbers(String file) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(
                new PemText(Vectors.text(file)).next().orElseThrow().contents());
        List<BigInteger> numbers = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            numbers.add(ASN1Integer.getInstance(sequence.getObjectAt(i)).getValue());
        }
        return numbers;
    }
}
