package dev.sealedsecrets.resource;

/** Half surrogate pairs: escapes can make them, UTF-8 has no bytes for them. */
final class Surrogates {
    static final String PROBLEM = "half a surrogate pair in a text";

    private Surrogates() {}

    static boolean hasLoneHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
