package dev.sealedsecrets.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of an RSA private key, read from PKCS#1 (RFC 8017 appendix A.1.2) and found consistent.
 *
 * <p>Checked: version 0 or 1, all numbers positive, n and e odd, e below 2^31, n the product of the primes, d below n and
 * inverse to e modulo each prime less one, the CRT values those of d and the primes, two primes not close to each other, d not
 * small. Not checked: that the primes are prime. The order of the primes is free, and d may belong to phi(n) or lambda(n).
 * More than two primes need version 1.
 */
final class RsaPrivateNumbers implements PrivateKeyForm {
    private final BigInteger modulus;
    private final BigInteger publicExponent;
    private final BigInteger privateExponent;
    private final List<PrimeFactor> factors = new ArrayList<>(2);
    private final BigInteger coefficient;

    /** One prime of the modulus with d modulo the prime less one. Not a record: those print what they hold. */
    private static final class PrimeFactor {
        final BigInteger prime;
        final BigInteger exponent;

        PrimeFactor(BigInteger prime, BigInteger exponent) {
            this.prime = prime;
            this.exponent = exponent;
        }
    }

    private RsaPrivateNumbers(DerReader fields, boolean mayHaveMorePrimes) throws MalformedDerException {
        modulus = fields.positiveInteger();
        publicExponent = fields.positiveInteger();
        privateExponent = fields.positiveInteger();
        BigInteger p = fields.positiveInteger();
        BigInteger q = fields.positiveInteger();
        factors.add(new PrimeFactor(p, fields.positiveInteger()));
        factors.add(new PrimeFactor(q, fields.positiveInteger()));
        coefficient = fields.positiveInteger();
        checkCoefficient(coefficient, q, p);
        if (mayHaveMorePrimes && fields.hasMore()) {
            readMorePrimes(fields.sequence());
        }
        fields.end();
    }

    /** Reads a whole RSAPrivateKey structure. */
    static RsaPrivateNumbers readPkcs1(byte[] der) throws MalformedDerException {
        DerReader outer = new DerReader(der);
        DerReader fields = outer.sequence();
        outer.end();
        BigInteger version = fields.integer();
        require(version.signum() == 0 || version.equals(BigInteger.ONE));
        RsaPrivateNumbers numbers = new RsaPrivateNumbers(fields, version.signum() > 0);
        numbers.check();
        return numbers;
    }

    RSAPublicKey publicKey() throws MalformedDerException {
        return RsaPublicNumbers.publicKey(modulus, publicExponent);
    }

    /** The JDK's key: with CRT values for two primes, with d alone for more, which the JDK does not know. */
    RSAPrivateKey privateKey() throws MalformedDerException {
        PrimeFactor p = factors.get(0);
        PrimeFactor q = factors.get(1);
        try {
            KeyFactory keys = JdkAlgorithms.rsaKeys();
            return (RSAPrivateKey)
                    (factors.size() > 2
                            ? keys.generatePrivate(new RSAPrivateKeySpec(modulus, privateExponent))
                            : keys.generatePrivate(new RSAPrivateCrtKeySpec(
                                    modulus,
                                    publicExponent,
                                    privateExponent,
                                    p.prime,
                                    q.prime,
                                    p.exponent,
                                    q.exponent,
                                    coefficient)));
        } catch (GeneralSecurityException e) {
            throw new MalformedDerException();
        }
    }

    private void readMorePrimes(DerReader infos) throws MalformedDerException {
        BigInteger product = factors.get(0).prime.multiply(factors.get(1).prime);
        while (infos.hasMore()) {
            DerReader info = infos.sequence();
            BigInteger prime = info.positiveInteger();
            factors.add(new PrimeFactor(prime, info.positiveInteger()));
            checkCoefficient(info.positiveInteger(), product, prime);
            info.end();
            product = product.multiply(prime);
            require(product.bitLength() <= modulus.bitLength());
        }
    }

    private static void checkCoefficient(BigInteger coefficient, BigInteger others, BigInteger prime)
            throws MalformedDerException {
        require(coefficient.compareTo(prime) < 0);
        require(coefficient.multiply(others).mod(prime).equals(BigInteger.ONE));
    }

    private void check() throws MalformedDerException {
        require(modulus.testBit(0) && RsaKeyRules.isPlausibleExponent(publicExponent));
        require(privateExponent.compareTo(modulus) < 0);
        require(privateExponent.bitLength() > modulus.bitLength() / 2);
        BigInteger product = BigInteger.ONE;
        for (PrimeFactor factor : factors) {
            BigInteger order = factor.prime.subtract(BigInteger.ONE);
            require(order.signum() > 0);
            require(privateExponent.mod(order).equals(factor.exponent));
            require(factor.exponent.multiply(publicExponent).mod(order).equals(BigInteger.ONE));
            product = product.multiply(factor.prime);
        }
        require(product.equals(modulus));
        BigInteger distance =
                factors.get(0).prime.subtract(factors.get(1).prime).abs();
        require(factors.size() > 2 || distance.bitLength() > modulus.bitLength() / 2 - 100);
    }

    private static void require(boolean condition) throws MalformedDerException {
        if (!condition) {
            throw new MalformedDerException();
        }
    }
}
