package dev.sealedsecrets.crypto;

import java.nio.charset.StandardCharsets;

/**
 * The OAEP label ("P source", RFC 8017 section 7.1) that binds an item to its {@link Scope}: the UTF-8 bytes of a text.
 *
 * <p>Not secret, and not part of the item: whoever opens an item has to know the label. Immutable; equal texts are equal
 * labels.
 */
public final class Label {
    private final String text;

    private Label(String text) {
        this.text = text;
    }

    /** The label with this text; {@link Scope#label} makes the text for an object. */
    public static Label of(String text) {
        return new Label(text);
    }

    /** A fresh copy of the bytes that are hashed into the padding. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Label label && text.equals(label.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Label[" + text + "]";
    }
}
