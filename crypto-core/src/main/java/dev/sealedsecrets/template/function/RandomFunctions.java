package dev.sealedsecrets.template.function;

import static dev.sealedsecrets.template.value.GoType.INT;
import static dev.sealedsecrets.template.value.GoType.STRING;

import dev.sealedsecrets.template.text.Utf8;
import dev.sealedsecrets.template.value.Arguments;
import dev.sealedsecrets.template.value.GoError;
import dev.sealedsecrets.template.value.GoFunction;
import dev.sealedsecrets.template.value.IntValue;
import dev.sealedsecrets.template.value.TextValue;
import dev.sealedsecrets.template.value.Value;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** sprig's random texts and numbers; all bits come from the rendering's generator. */
final class RandomFunctions {
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int FIRST_PRINTABLE = ' ';
    private static final int PRINTABLE = 95;

    private RandomFunctions() {}

    static @Nullable GoFunction find(String name) {
        return switch (name) {
            case "randAlphaNum" -> GoFunction.of(a -> drawn(a, LETTERS + DIGITS), INT);
            case "randAlpha" -> GoFunction.of(a -> drawn(a, LETTERS), INT);
            case "randNumeric" -> GoFunction.of(a -> drawn(a, DIGITS), INT);
            case "randAscii" -> GoFunction.of(a -> drawn(a, printable()), INT);
            case "randBytes" -> GoFunction.of(RandomFunctions::bytes, INT);
            case "randInt" -> GoFunction.of(RandomFunctions::integer, INT, INT);
            case "shuffle" -> GoFunction.of(RandomFunctions::shuffled, STRING);
            case "uuidv4" -> GoFunction.of(a -> TextValue.of(uuid(a.rendering().random())));
            default -> null;
        };
    }

    private static String printable() {
        StringBuilder all = new StringBuilder(PRINTABLE);
        for (int i = 0; i < PRINTABLE; i++) {
            all.append((char) (FIRST_PRINTABLE + i));
        }
        return all.toString();
    }

    /** So many characters out of an alphabet; none for a negative count. */
    private static Value drawn(Arguments a, String alphabet) {
        long count = Math.max(a.integer(0), 0);
        a.budget().text(count);
        a.budget().steps(count);
        RandomGenerator random = a.rendering().random();
        StringBuilder out = new StringBuilder((int) count);
        for (long i = 0; i < count; i++) {
            out.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return TextValue.of(out.toString());
    }

    private static Value bytes(Arguments a) {
        long count = a.integer(0);
        Replacing.checkLength(count);
        a.budget().text(count);
        byte[] bytes = new byte[(int) count];
        a.rendering().random().nextBytes(bytes);
        return EncodingFunctions.base64(a.budget(), Utf8.fromBytes(bytes));
    }

    private static Value integer(Arguments a) {
        long low = a.integer(0);
        long span = a.integer(1) - low;
        if (span <= 0) {
            throw new GoError("invalid argument to Intn");
        }
        return IntValue.of(a.rendering().random().nextLong(span) + low);
    }

    private static Value shuffled(Arguments a) {
        String s = a.text(0);
        a.budget().elements(s.length(), 8);
        a.budget().text(3L * s.length());
        int[] runes = Utf8.runes(s);
        RandomGenerator random = a.rendering().random();
        for (int i = runes.length - 1; i > 0; i--) {
            int k = random.nextInt(i + 1);
            int swap = runes[i];
            runes[i] = runes[k];
            runes[k] = swap;
        }
        StringBuilder out = new StringBuilder(s.length());
        for (int r : runes) {
            Utf8.append(out, r);
        }
        return TextValue.of(out.toString());
    }

    /** A random UUID, version 4, of the RFC 9562 variant. */
    private static String uuid(RandomGenerator random) {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
