package dev.sealedsecrets.resource;

import org.jspecify.annotations.Nullable;

/**
 * Why one item of a SealedSecret, or the object, gives no value.
 *
 * @param item key of the item or template, which may be the empty text; null if the object as a whole is meant
 * @param message the text without the key; of a template it may quote values
 * @param publicMessage the text that quotes no value; equal to the message in all other cases
 */
public record ItemError(@Nullable String item, String message, String publicMessage) {
    static ItemError of(String item, String message) {
        return new ItemError(item, message, message);
    }

    static ItemError ofObject(String message) {
        return new ItemError(null, message, message);
    }

    static ItemError ofTemplate(String item, TemplateFailure failure) {
        return new ItemError(item, failure.fullMessage(), failure.publicMessage());
    }

    /** Shows the public message only. */
    @Override
    public String toString() {
        return item == null ? publicMessage : publicMessage + " (" + item + ")";
    }
}
