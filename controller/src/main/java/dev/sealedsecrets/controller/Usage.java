package dev.sealedsecrets.controller;

/** The usage text: every flag with its kind, what it does and its default, in aligned columns. */
final class Usage {
    private static final String INDENT = "      --";

    private Usage() {}

    static String text() {
        int width =
                Flags.ALL.stream().mapToInt(flag -> left(flag).length()).max().orElse(0) + 3;
        StringBuilder text = new StringBuilder("Usage of controller:\n");
        for (Flag<?> flag : Flags.ALL) {
            String left = left(flag);
            text.append(left).append(" ".repeat(width - left.length())).append(flag.help());
            if (!flag.shownDefault().isEmpty()) {
                text.append(" (default ").append(flag.shownDefault()).append(')');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String left(Flag<?> flag) {
        return INDENT
                + flag.name()
                + (flag.standsAlone() ? "" : " " + flag.kind().word());
    }
}
