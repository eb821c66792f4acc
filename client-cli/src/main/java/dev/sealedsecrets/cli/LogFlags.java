package dev.sealedsecrets.cli;

import java.util.List;

/** The log flags of the original. Their values are checked; nothing here logs, so they have no further effect. */
final class LogFlags {

    static final List<Flag> ALL = List.of(
            flag("v", FlagType.NUMBER, "0", "Verbosity of log messages").or("v"),
            flag("vmodule", FlagType.LEVEL_BY_MODULE, "", "Verbosity by source file"),
            flag("logtostderr", FlagType.SWITCH, "true", "Log to standard error instead of files"),
            flag("alsologtostderr", FlagType.SWITCH, "false", "Log to standard error as well as files"),
            flag("alsologtostderrthreshold", FlagType.SEVERITY, "0", "Severity from which files are not enough"),
            flag("stderrthreshold", FlagType.SEVERITY, "2", "Severity from which messages go to standard error"),
            flag("legacy_stderr_threshold_behavior", FlagType.SWITCH, "true", "Let logtostderr override the threshold"),
            flag("log_backtrace_at", FlagType.SOURCE_LINE, "", "Source line at which to log a stack trace"),
            flag("log_dir", FlagType.TEXT, "", "Directory of log files"),
            flag("log_file", FlagType.TEXT, "", "Log file"),
            flag("log_file_max_size", FlagType.SIZE, "1800", "Largest log file in megabytes"),
            flag("add_dir_header", FlagType.SWITCH, "false", "Add the source directory to log messages"),
            flag("one_output", FlagType.SWITCH, "false", "Write a message to the file of its own severity only"),
            flag("skip_headers", FlagType.SWITCH, "false", "Leave out the prefixes of log messages"),
            flag("skip_log_headers", FlagType.SWITCH, "false", "Leave out the headers of log files"));

    private LogFlags() {}

    private static Flag flag(String name, FlagType type, String initial, String description) {
        return Flag.of(name, type, initial, description).from(Flag.Source.COMMAND_LINE);
    }
}
