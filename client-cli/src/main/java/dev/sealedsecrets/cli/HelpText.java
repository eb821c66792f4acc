package dev.sealedsecrets.cli;

import java.util.Comparator;
import java.util.List;

/** What {@code --help} prints: one line per flag, sorted by name. */
final class HelpText {

    private final String program;

    HelpText(String program) {
        this.program = program;
    }

    String of(FlagSet flags) {
        List<Flag> shown = flags.all().stream()
                .filter(flag -> flag.source() != Flag.Source.HIDDEN)
                .sorted(Comparator.comparing(Flag::name))
                .toList();
        int width = shown.stream().mapToInt(flag -> left(flag).length()).max().orElse(0);
        StringBuilder text = new StringBuilder("Usage of ").append(program).append(":\n");
        for (Flag flag : shown) {
            String left = left(flag);
            text.append(left)
                    .append(" ".repeat(width - left.length() + 3))
                    .append(flag.description())
                    .append(initial(flag))
                    .append('\n');
        }
        return text.toString();
    }

    private static String left(Flag flag) {
        String names = flag.shorthand().isEmpty() ? "      --" + flag.name() : "  " + flag.display();
        String placeholder = flag.type().placeholder();
        return placeholder.isEmpty() ? names : names + " " + placeholder;
    }

    private static String initial(Flag flag) {
        String value = flag.initial();
        if (value.isEmpty() || value.equals("false")) {
            return "";
        }
        return " (default " + (flag.type() == FlagType.TEXT ? Quoted.of(value) : value) + ")";
    }
}
