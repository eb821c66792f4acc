package dev.sealedsecrets.cli;

import java.util.Comparator;

/** The manual page in roff (man(7)), made of the same table as the help text. */
final class ManPage {
    private static final String HEAD = """
            .TH KUBESEAL 1 "" "kubeseal VERSION" "User Commands"
            .SH NAME
            kubeseal \\- seal Kubernetes Secrets so that they can be kept in Git
            .SH SYNOPSIS
            .B kubeseal
            [\\fIflags\\fR] < \\fIsecret.yaml\\fR > \\fIsealed.yaml\\fR
            .br
            .B kubeseal template render
            [\\fIflags\\fR]
            .br
            .B kubeseal keys list\\fR|\\fBusage
            [\\fIflags\\fR]
            .br
            .B kubeseal completion bash\\fR|\\fBfish\\fR|\\fBzsh
            .SH DESCRIPTION
            Reads Secrets, JSON or YAML, and writes SealedSecrets that only the controller in the cluster opens.
            The result goes to standard output and nothing else does; standard error is empty on success.
            .SH OPTIONS
            """;

    private static final String TAIL = """
            .SH ENVIRONMENT
            Every option but \\-\\-version and \\-\\-help is also a variable: SEALED_SECRETS_ and its name in capitals, with _ for \\-.
            .SH EXIT STATUS
            0: done. 1: it failed, and nothing was written. 2: the command line is wrong.
            """;

    private ManPage() {}

    static String of(FlagSet known) {
        StringBuilder page = new StringBuilder(HEAD.replace("VERSION", Version.text()));
        known.all().stream()
                .filter(flag -> flag.source() != Flag.Source.HIDDEN)
                .sorted(Comparator.comparing(Flag::name))
                .forEach(flag -> page.append(".TP\n.B ")
                        .append(option(flag))
                        .append('\n')
                        .append(roff(flag.description()))
                        .append(".\n"));
        return page.append(TAIL).toString();
    }

    private static String option(Flag flag) {
        String placeholder = flag.type().placeholder();
        return roff(flag.display()) + (placeholder.isEmpty() ? "" : " \\fI" + roff(placeholder) + "\\fR");
    }

    private static String roff(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    }
}
