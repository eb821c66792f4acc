package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.limit.Budget;
import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.Adler32;
import org.jspecify.annotations.Nullable;

/** sprig's encodings and digests. */
final class EncodingFunctions {
    private EncodingFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "b64enc" -> GoFunction.of(a -> base64(a.budget(), a.text(0)), STRING);
            case "b64dec" -> GoFunction.of(a -> orError(() -> Decoding.base64(a.budget(), a.text(0))), STRING);
            case "b32enc" -> GoFunction.of(a -> TextValue.of(Base32.encode(a.budget(), a.text(0))), STRING);
            case "b32dec" -> GoFunction.of(a -> orError(() -> Base32.decode(a.budget(), a.text(0))), STRING);
            case "sha1sum" -> GoFunction.of(a -> digest(a, "SHA-1"), STRING);
            case "sha256sum" -> GoFunction.of(a -> digest(a, "SHA-256"), STRING);
            case "sha512sum" -> GoFunction.of(a -> digest(a, "SHA-512"), STRING);
            case "adler32sum" -> GoFunction.of(EncodingFunctions::adler32, STRING);
            default -> null;
        };
    }

    /** Standard base64 with padding. */
    static Value base64(Budget budget, String s) {
        budget.text(4L * ((s.length() + 2L) / 3));
        return TextValue.of(Base64.getEncoder().encodeToString(Utf8.toBytes(s)));
    }

    private interface Decoder {
        String decode();
    }

    /** What does not decode gives the error text, as a value. */
    private static Value orError(Decoder decoder) {
        try {
            return TextValue.of(decoder.decode());
        } catch (GoError e) {
            return TextValue.of(e.text());
        }
    }

    private static Value digest(Arguments a, String algorithm) {
        a.budget().bytes(a.text(0).length());
        try {
            byte[] sum = MessageDigest.getInstance(algorithm).digest(Utf8.toBytes(a.text(0)));
            return TextValue.of(HexFormat.of().formatHex(sum));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Value adler32(Arguments a) {
        a.budget().bytes(a.text(0).length());
        Adler32 sum = new Adler32();
        sum.update(Utf8.toBytes(a.text(0)));
        return TextValue.of(Long.toString(sum.getValue()));
    }
}
