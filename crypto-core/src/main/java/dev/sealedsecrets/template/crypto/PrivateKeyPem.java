package dev.sealedsecrets.template.crypto;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.value.GoError;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Private keys in PEM: reading those that templates hand over, with sprig's error texts. */
final class PrivateKeyPem {
    private static final String SUFFIX = " PRIVATE KEY";

    private PrivateKeyPem() {}

    /** Reads the first PEM block, which must be a private key. */
    static SigningKey parse(Budget budget, String pem) {
        PemText.Block block = PemText.first(budget, pem).orElseThrow(() -> new GoError("no PEM data in input"));
        if (block.type().equals("PRIVATE KEY")) {
            return read("decoding PEM as PKCS#8: ", () -> fromPkcs8(PrivateKeyInfo.getInstance(asn1(block))));
        }
        if (!block.type().endsWith(SUFFIX)) {
            throw new GoError("no private key data in PEM block of type " + block.type());
        }
        return switch (block.type().substring(0, block.type().length() - SUFFIX.length())) {
            case "RSA" -> read("parsing RSA private key from PEM: ", () -> rsa(RSAPrivateKey.getInstance(asn1(block))));
            case "EC" ->
                read("parsing EC private key from PEM: ", () -> fromSec1(ECPrivateKey.getInstance(asn1(block))));
            case "DSA" -> read("parsing DSA private key from PEM: ", () -> dsa(ASN1Sequence.getInstance(asn1(block))));
            default -> throw new GoError("invalid private key type " + block.type());
        };
    }

    private interface Reader {
        SigningKey read() throws IOException, GeneralSecurityException;
    }

    private static SigningKey read(String prefix, Reader reader) {
        try {
            return reader.read();
        } catch (GoError e) {
            throw new GoError(prefix + e.text());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new GoError(prefix + "asn1: structure error: malformed key");
        }
    }

    private static ASN1Primitive asn1(PemText.Block block) {
        byte[] der = block.content();
        if (der.length < 2) {
            throw new GoError("asn1: syntax error: truncated tag or length");
        }
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException e) {
            throw new GoError("asn1: syntax error: data truncated");
        }
    }

    private static SigningKey fromPkcs8(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        ASN1ObjectIdentifier algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return rsa(RSAPrivateKey.getInstance(info.parsePrivateKey()));
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            ASN1Encodable curve = info.getPrivateKeyAlgorithm().getParameters();
            return ec(ASN1ObjectIdentifier.getInstance(curve), ECPrivateKey.getInstance(info.parsePrivateKey()));
        }
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return ed25519(info);
        }
        throw new GoError("x509: PKCS#8 wrapping contained private key with unknown algorithm: " + algorithm);
    }

    private static PrivateKey privateKey(String algorithm, PrivateKeyInfo info)
            throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    private static SigningKey rsa(RSAPrivateKey key) throws IOException, GeneralSecurityException {
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        PrivateKey jca = privateKey("RSA", new PrivateKeyInfo(algorithm, key));
        RSAPublicKey publicKey = new RSAPublicKey(key.getModulus(), key.getPublicExponent());
        return new SigningKey(
                SigningKey.Algorithm.RSA,
                jca,
                new SubjectPublicKeyInfo(algorithm, publicKey),
                PemText.encode("RSA PRIVATE KEY", key.getEncoded()));
    }

    private static SigningKey fromSec1(ECPrivateKey key) throws IOException, GeneralSecurityException {
        if (key.getParametersObject() == null) {
            throw new GoError("x509: unknown elliptic curve");
        }
        return ec(ASN1ObjectIdentifier.getInstance(key.getParametersObject()), key);
    }

    /** Rebuilds the key with curve and public point, which the text may lack. */
    private static SigningKey ec(ASN1ObjectIdentifier curve, ECPrivateKey key)
            throws IOException, GeneralSecurityException {
        X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
        SigningKey.Algorithm signature =
                SigningKey.Algorithm.ofCurve(curve).orElseThrow(() -> new GoError("x509: unknown elliptic curve"));
        BigInteger d = key.getKey();
        if (d.signum() <= 0 || d.compareTo(parameters.getN()) >= 0) {
            throw new GoError("x509: invalid elliptic curve private key value");
        }
        byte[] point = new FixedPointCombMultiplier()
                .multiply(parameters.getG(), d)
                .normalize()
                .getEncoded(false);
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
        ECPrivateKey complete = new ECPrivateKey(parameters.getN().bitLength(), d, new DERBitString(point), curve);
        return new SigningKey(
                signature,
                privateKey("EC", new PrivateKeyInfo(algorithm, complete)),
                new SubjectPublicKeyInfo(algorithm, point),
                PemText.encode("EC PRIVATE KEY", complete.getEncoded()));
    }

    private static SigningKey ed25519(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
        byte[] seed = ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets();
        byte[] publicKey =
                new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        PrivateKeyInfo plain = new PrivateKeyInfo(algorithm, new DEROctetString(seed));
        return new SigningKey(
                SigningKey.Algorithm.ED25519,
                privateKey("Ed25519", plain),
                new SubjectPublicKeyInfo(algorithm, publicKey),
                PemText.encode("PRIVATE KEY", plain.getEncoded()));
    }

    /** A DSA key: readable, but no certificate can be made with one. */
    private static SigningKey dsa(ASN1Sequence key) throws IOException {
        for (int i = 0; i < 6; i++) {
            ASN1Integer.getInstance(key.getObjectAt(i));
        }
        throw new GoError(SigningKey.DSA_IN_CERTIFICATE);
    }
}
