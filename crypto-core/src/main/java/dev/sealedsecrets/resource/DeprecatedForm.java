package dev.sealedsecrets.resource;

import dev.sealedsecrets.crypto.IllegalBase64Exception;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.MalformedItemException;
import dev.sealedsecrets.crypto.Opened;
import dev.sealedsecrets.crypto.SealedPayload;
import dev.sealedsecrets.crypto.UnsealFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of old clients: a whole Secret as one item in {@code spec.data} (compatibility contract, deprecated form). */
final class DeprecatedForm {
    /** Name of the one entry of {@link UnsealOutcome.Unsealed#openedBy}. */
    static final String FIELD = "data";

    private static final String BOTH_FORMS =
            "cannot use the field 'encryptedData' and the deprecated field 'data' at the same time";
    private static final String NOT_ACCEPTED =
            "using deprecated 'data' field, use 'encryptedData' or flip the feature flag";

    private DeprecatedForm() {}

    /** The Secret inside, under the name of the object. The template of the object does not count. */
    static UnsealOutcome unseal(SealedSecret sealed, KeyRing keys, boolean accepted) {
        ItemError refusal = refusal(sealed, accepted);
        if (refusal != null) {
            return new UnsealOutcome.Failed(List.of(refusal));
        }
        Optional<Opened> opened = open(sealed, keys);
        if (opened.isEmpty()) {
            return new UnsealOutcome.Failed(List.of(ItemError.ofObject(UnsealFailure.MESSAGE)));
        }
        try {
            Secret inner = DeprecatedSecretReader.read(opened.get().plaintext());
            Secret secret = inner.withMetadata(SecretMetadata.of(inner.metadata(), sealed));
            return new UnsealOutcome.Unsealed(secret, Map.of(FIELD, opened.get().openedBy()));
        } catch (DecodeException e) {
            return new UnsealOutcome.Failed(List.of(ItemError.ofObject(String.valueOf(e.getMessage()))));
        }
    }

    /** The errors of opening alone. */
    static List<ItemError> verify(SealedSecret sealed, KeyRing keys, boolean accepted) {
        ItemError refusal = refusal(sealed, accepted);
        if (refusal != null) {
            return List.of(refusal);
        }
        return open(sealed, keys).isPresent() ? List.of() : List.of(ItemError.ofObject(UnsealFailure.MESSAGE));
    }

    /** Why the form is not accepted at all; null if it is. */
    static @Nullable ItemError refusal(SealedSecret sealed, boolean accepted) {
        if (!sealed.encryptedData().isEmpty()) {
            return ItemError.ofObject(BOTH_FORMS);
        }
        return accepted ? null : ItemError.ofObject(NOT_ACCEPTED);
    }

    /** The plaintext of the one item; empty if it does not open, for whatever reason. */
    static Optional<Opened> open(SealedSecret sealed, KeyRing keys) {
        String data = sealed.deprecatedData();
        if (data == null) {
            return Optional.empty();
        }
        try {
            SealedPayload item = SealedPayload.parseBase64(data);
            return keys.unseal(item, sealed.label()) instanceof Opened opened ? Optional.of(opened) : Optional.empty();
        } catch (IllegalBase64Exception | MalformedItemException e) {
            return Optional.empty();
        }
    }
}
