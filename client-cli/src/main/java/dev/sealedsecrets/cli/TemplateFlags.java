package dev.sealedsecrets.cli;

import java.util.List;

/** The flags of {@code kubeseal template render}. */
final class TemplateFlags {
    static final Flag FILE = commandLine("file", "SealedSecret to render; standard input if not given")
            .or("f");
    static final Flag TEMPLATE =
            commandLine("template", "Render this file, a bare template, instead of a SealedSecret");
    static final Flag VALUES =
            commandLine("values", "Values of the items: a Secret manifest, or a mapping of names to texts");
    static final Flag KEY = commandLine("key", "Print only this entry of the Secret, its bytes as they are");
    static final Flag FORMAT = Flag.of("format", FlagType.TEXT, "json", "Output format: json or yaml")
            .or("o")
            .from(Flag.Source.COMMAND_LINE);

    static final List<Flag> ALL = List.of(FILE, TEMPLATE, VALUES, KEY, FORMAT, CommandFlags.HELP);

    private TemplateFlags() {}

    private static Flag commandLine(String name, String description) {
        return Flag.text(name, description).from(Flag.Source.COMMAND_LINE);
    }
}
