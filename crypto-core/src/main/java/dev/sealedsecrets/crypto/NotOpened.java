package dev.sealedsecrets.crypto;

/**
 * No key of the ring opened the item.
 *
 * @param failure the reason, for trusted eyes only; see {@link UnsealFailure}
 */
public record NotOpened(UnsealFailure failure) implements UnsealResult {}
