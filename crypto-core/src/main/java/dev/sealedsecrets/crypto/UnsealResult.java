package dev.sealedsecrets.crypto;

/** What came of unsealing one item: {@link Opened} with the plaintext or {@link NotOpened} with the reason. */
public sealed interface UnsealResult permits Opened, NotOpened {}
