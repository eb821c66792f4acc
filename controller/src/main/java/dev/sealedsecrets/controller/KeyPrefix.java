package dev.sealedsecrets.controller;

/** The value of {@code --key-prefix}: it begins names of Secrets, so only characters that such names may have. */
final class KeyPrefix {
    private static final int LONGEST = 245;

    private KeyPrefix() {}

    static String check(String prefix) throws StartException {
        if (prefix.length() > LONGEST) {
            throw refused("name is too long, must be shorter than " + LONGEST + ", got " + prefix.length());
        }
        if (prefix.isEmpty() || prefix.startsWith("-")) {
            throw refused("name must begin with a letter or a digit");
        }
        for (int codePoint : prefix.codePoints().toArray()) {
            if (!isLegal(codePoint)) {
                throw refused("name contains illegal character " + OneLine.of(Character.toString(codePoint)));
            }
        }
        return prefix;
    }

    private static boolean isLegal(int codePoint) {
        return codePoint == '-' || (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= '0' && codePoint <= '9');
    }

    private static StartException refused(String problem) {
        return StartException.ofFlag(Flags.KEY_PREFIX, problem);
    }
}
