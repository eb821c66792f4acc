package dev.sealedsecrets.crypto;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RsaPrivateNumbersTest {
    private static final String KEY = "keys/rsa2048a.pem";
    private static final String THREE_PRIMES = "keys/rsa2048p3.pem";

    @Test
    void consistentNumbersGiveAKeyWithCrtValues() throws Exception {
        RsaPrivateNumbers numbers = read(Der.pkcs1Numbers(KEY));

        assertThat(numbers.privateKey()).isInstanceOf(RSAPrivateCrtKey.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "0, -1", "1, 2", "2, 2", "3, 2", "4, 2", "5, 2", "6, 1", "7, 1", "8, 1"})
    void oneNumberThatDoesNotFitIsRefused(int index, int added) {
        List<BigInteger> numbers = Der.pkcs1Numbers(KEY);

        numbers.set(index, numbers.get(index).add(BigInteger.valueOf(added)));

        assertRefused(numbers);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void zeroAndNegativeNumbersAreRefused(int index) {
        List<BigInteger> numbers = Der.pkcs1Numbers(KEY);

        numbers.set(index, ZERO);
        assertRefused(numbers);

        numbers.set(index, Der.pkcs1Numbers(KEY).get(index).negate());
        assertRefused(numbers);
    }

    @ParameterizedTest
    @CsvSource({"6, 4", "7, 5"})
    void crtExponentThatIsNotReducedIsRefused(int exponent, int prime) {
        List<BigInteger> numbers = Der.pkcs1Numbers(KEY);

        numbers.set(exponent, numbers.get(exponent).add(numbers.get(prime)).subtract(ONE));

        assertRefused(numbers);
    }

    @Test
    void coefficientThatIsNotReducedIsRefused() {
        List<BigInteger> numbers = Der.pkcs1Numbers(KEY);

        numbers.set(8, numbers.get(8).add(numbers.get(4)));

        assertRefused(numbers);
    }

    @Test
    void oneIsNoPrime() {
        BigInteger modulus = Der.pkcs1Numbers(KEY).get(1);

        assertRefused(
                List.of(ZERO, modulus, BigInteger.valueOf(3), modulus.subtract(TWO), ONE, modulus, ONE, ONE, ONE));
        assertRefused(
                List.of(ZERO, modulus, BigInteger.valueOf(3), modulus.subtract(TWO), modulus, ONE, ONE, ONE, ONE));
    }

    @Test
    void primesCloseToEachOtherAreRefused() {
        BigInteger q = ONE.shiftLeft(511).nextProbablePrime();
        BigInteger p = q;
        BigInteger e = BigInteger.valueOf(65537);
        do {
            p = p.nextProbablePrime();
        } while (p.subtract(ONE).mod(e).signum() == 0);

        assertRefused(key(p, q, e));
    }

    @Test
    void smallPrivateExponentIsRefused() {
        // Primes with a large common divisor of p-1 and q-1 make lambda(n) small enough for a small d beside a small e.
        BigInteger shared = ONE.shiftLeft(480).nextProbablePrime();
        BigInteger q = primeOneMoreThanAMultiple(shared.shiftLeft(1), 1);
        BigInteger p = primeOneMoreThanAMultiple(shared.shiftLeft(1), 1 << 20);
        BigInteger e = TWO.add(ONE);
        BigInteger lambda = lambda(p, q);
        while (!e.gcd(lambda).equals(ONE)
                || e.modInverse(lambda).bitLength() > p.multiply(q).bitLength() / 2) {
            e = e.add(TWO);
        }

        assertThat(e.bitLength()).isLessThan(32);
        assertRefused(key(p, q, e));
    }

    @Test
    void moreThanTwoPrimesGiveAKeyWithoutCrtValues() throws Exception {
        RsaPrivateNumbers numbers = RsaPrivateNumbers.readPkcs1(withMorePrimes(ONE, otherPrime()));

        assertThat(numbers.privateKey()).isNotInstanceOf(RSAPrivateCrtKey.class);
    }

    @Test
    void morePrimesNeedVersionOne() {
        assertRefused(withMorePrimes(ZERO, otherPrime()));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 1", "2, 1"})
    void furtherPrimeThatDoesNotFitIsRefused(int index, int added) {
        List<BigInteger> other = otherPrime();

        other.set(index, other.get(index).add(BigInteger.valueOf(added)));

        assertRefused(withMorePrimes(ONE, other));
    }

    @Test
    void furtherPrimeWithTooManyFieldsIsRefused() {
        List<BigInteger> other = otherPrime();

        other.add(ONE);

        assertRefused(withMorePrimes(ONE, other));
    }

    @Test
    void missingFurtherPrimeIsRefused() {
        List<BigInteger> numbers = Der.pkcs1Numbers(THREE_PRIMES);

        assertRefused(numbers);
    }

    @Test
    void fieldsAfterTheLastAreRefused() {
        List<BigInteger> numbers = Der.pkcs1Numbers(KEY);

        numbers.add(ONE);

        assertRefused(numbers);
    }

    @Test
    void modulusThatTheJdkDoesNotKnowIsRefused() {
        BigInteger p = ONE.shiftLeft(200).nextProbablePrime();
        BigInteger q = ONE.shiftLeft(201).nextProbablePrime();

        assertThatThrownBy(() -> read(key(p, q, BigInteger.valueOf(65537))).publicKey())
                .isInstanceOf(MalformedDerException.class);
        assertThatThrownBy(() -> read(key(p, q, BigInteger.valueOf(65537))).privateKey())
                .isInstanceOf(MalformedDerException.class);
    }

    private static List<BigInteger> key(BigInteger p, BigInteger q, BigInteger e) {
        BigInteger d = e.modInverse(lambda(p, q));
        List<BigInteger> numbers = new ArrayList<>(List.of(ZERO, p.multiply(q), e, d, p, q));
        numbers.add(d.mod(p.subtract(ONE)));
        numbers.add(d.mod(q.subtract(ONE)));
        numbers.add(q.modInverse(p));
        return numbers;
    }

    private static BigInteger lambda(BigInteger p, BigInteger q) {
        BigInteger phi = p.subtract(ONE).multiply(q.subtract(ONE));
        return phi.divide(p.subtract(ONE).gcd(q.subtract(ONE)));
    }

    private static BigInteger primeOneMoreThanAMultiple(BigInteger factor, int from) {
        BigInteger candidate = factor.multiply(BigInteger.valueOf(from)).add(ONE);
        while (!candidate.isProbablePrime(50)) {
            candidate = candidate.add(factor);
        }
        return candidate;
    }

    private static List<BigInteger> otherPrime() {
        List<BigInteger> numbers = Der.pkcs1Numbers(THREE_PRIMES);
        BigInteger two = numbers.get(4).multiply(numbers.get(5));
        BigInteger prime = numbers.get(1).divide(two);
        return new ArrayList<>(List.of(prime, numbers.get(3).mod(prime.subtract(ONE)), two.modInverse(prime)));
    }

    private static byte[] withMorePrimes(BigInteger version, List<BigInteger> other) {
        List<ASN1Encodable> fields = new ArrayList<>();
        Der.pkcs1Numbers(THREE_PRIMES).forEach(number -> fields.add(new ASN1Integer(number)));
        fields.set(0, new ASN1Integer(version));
        ASN1Sequence infos = Der.sequence(Der.integers(other));
        fields.add(infos);
        return Der.bytes(Der.sequence(fields.toArray(ASN1Encodable[]::new)));
    }

    private static RsaPrivateNumbers read(List<BigInteger> numbers) throws MalformedDerException {
        return RsaPrivateNumbers.readPkcs1(Der.bytes(Der.integers(numbers)));
    }

    private static void assertRefused(List<BigInteger> numbers) {
        assertRefused(Der.bytes(Der.integers(numbers)));
    }

    private static void assertRefused(byte[] der) {
        assertThatThrownBy(() -> RsaPrivateNumbers.readPkcs1(der)).isInstanceOf(MalformedDerException.class);
    }
}
