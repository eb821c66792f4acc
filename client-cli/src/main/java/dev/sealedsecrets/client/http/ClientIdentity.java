package dev.sealedsecrets.client.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/**
 * A TLS client certificate with its private key: RSA or EC, in PKCS#1, SEC 1 or PKCS#8 PEM, not encrypted.
 *
 * <p>Guarantees: the key leaves only as a {@link KeyManager} for a TLS context; it is in no message and no text form.
 */
public final class ClientIdentity {

    private final KeyManagerFactory factory;

    private ClientIdentity(KeyManagerFactory factory) {
        this.factory = factory;
    }

    /**
     * Joins a certificate chain and the key of its first certificate.
     *
     * @throws GeneralSecurityException when either does not parse; the message names no key material
     */
    public static ClientIdentity parse(byte[] certificatePem, byte[] keyPem) throws GeneralSecurityException {
        List<X509Certificate> chain = TlsCertificates.parse(certificatePem);
        PrivateKey key = ClientKey.parse(new String(keyPem, StandardCharsets.UTF_8));
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            char[] noPassword = new char[0];
            store.setKeyEntry("client", key, noPassword, chain.toArray(new X509Certificate[0]));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, noPassword);
            return new ClientIdentity(factory);
        } catch (IOException e) {
            throw new GeneralSecurityException("cannot hold the client key", e);
        }
    }

    KeyManager[] keyManagers() {
        return factory.getKeyManagers();
    }
}
