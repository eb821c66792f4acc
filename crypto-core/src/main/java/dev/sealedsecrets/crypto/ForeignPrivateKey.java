package dev.sealedsecrets.crypto;

/**
 * A private key that is not RSA. Nothing of it is kept.
 *
 * @param goType the name the original's messages use, for example {@code *ecdsa.PrivateKey}
 */
record ForeignPrivateKey(String goType) implements PrivateKeyForm {
    static final ForeignPrivateKey ECDSA = new ForeignPrivateKey("*ecdsa.PrivateKey");
    static final ForeignPrivateKey ED25519 = new ForeignPrivateKey("ed25519.PrivateKey");
    static final ForeignPrivateKey X25519 = new ForeignPrivateKey("*ecdh.PrivateKey");
}
