package dev.sealedsecrets.resource;

/** Names out of an input, made fit for a message of one line: control characters and line breaks are shown as escapes. */
final class OneLine {
    /** Longer names are cut. */
    private static final int MAXIMUM = 253;

    private OneLine() {}

    static String of(String name) {
        boolean cut = name.length() > MAXIMUM;
        String shown = cut ? name.substring(0, MAXIMUM) : name;
        StringBuilder text = null;
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            boolean unfit = Character.isISOControl(c) || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029';
            if (unfit && text == null) {
                text = new StringBuilder(shown.length() + 16).append(shown, 0, i);
            }
            if (text != null) {
                if (unfit) {
                    text.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
                } else {
                    text.append(c);
                }
            }
        }
        String result = text == null ? shown : text.toString();
        return cut ? result + "…" : result;
    }
}
