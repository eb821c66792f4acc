package dev.sealedsecrets.crypto;

/** A private key that was read from a block: an RSA key, or one of another kind that ends the search. */
sealed interface PrivateKeyForm permits RsaPrivateNumbers, ForeignPrivateKey {}
