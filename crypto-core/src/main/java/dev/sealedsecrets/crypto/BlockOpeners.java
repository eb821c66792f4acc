package dev.sealedsecrets.crypto;

import java.security.interfaces.RSAPrivateKey;

/** Binds a private key to an RSA implementation, once per key. */
@FunctionalInterface
interface BlockOpeners {
    /** A thread-safe opener for this key. */
    BlockOpener forKey(RSAPrivateKey key);
}
