package dev.sealedsecrets.crypto;

/** Bytes are not the DER structure that is read, or its values are not allowed. Never shown: it says nothing about the place. */
final class MalformedDerException extends Exception {
    private static final long serialVersionUID = 1L;
}
