package dev.sealedsecrets.cli.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** A sealing key of the cases. */
record TestKey(String name, RSAPublicKey publicKey, RSAPrivateCrtKey privateKey) {

    static TestKey of(String name) {
        try {
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) privateKey(Fixtures.text(name + ".key"));
            RSAPublicKeySpec half = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            return new TestKey(
                    name, (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(half), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key " + name + " of the cases", e);
        }
    }

    /** The RSA key of a PEM text in PKCS#8. */
    static java.security.PrivateKey privateKey(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[^-]*-----", "");
        byte[] der = Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    int blockLength() {
        return (publicKey.getModulus().bitLength() + 7) / 8;
    }
}
