package dev.sealedsecrets.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Completion scripts for shells, made of the same table as the help text. */
final class Completions {
    /** Flags whose value is one of a few words. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "format", List.of("json", "yaml"),
            "scope", List.of("strict", "namespace-wide", "cluster-wide"));

    private static final String SHELLS = "bash fish zsh";
    private static final String COMMANDS = "completion keys man template";

    private final List<Flag> flags;

    Completions(FlagSet known) {
        this.flags = known.all().stream()
                .filter(flag -> flag.source() != Flag.Source.HIDDEN)
                .sorted(Comparator.comparing(Flag::name))
                .toList();
    }

    /** The script for a shell; empty if there is none for it. */
    Optional<String> forShell(String shell) {
        return switch (shell) {
            case "bash" -> Optional.of(bash());
            case "fish" -> Optional.of(fish());
            case "zsh" -> Optional.of(zsh());
            default -> Optional.empty();
        };
    }

    private String bash() {
        String names = flags.stream().map(flag -> "--" + flag.name()).collect(Collectors.joining(" "));
        StringBuilder values = new StringBuilder();
        for (Flag flag : flags) {
            if (WORDS.containsKey(flag.name())) {
                values.append("        ")
                        .append(names(flag))
                        .append(") COMPREPLY=($(compgen -W '")
                        .append(words(flag))
                        .append("' -- \"$word\")); return ;;\n");
            }
        }
        return """
                # bash completion for kubeseal: source <(kubeseal completion bash)
                _kubeseal() {
                    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
                    COMPREPLY=()
                    case $before in
                @VALUES@        completion) COMPREPLY=($(compgen -W '@SHELLS@' -- "$word")); return ;;
                        keys) COMPREPLY=($(compgen -W 'list usage' -- "$word")); return ;;
                        template) COMPREPLY=($(compgen -W 'render' -- "$word")); return ;;
                    esac
                    if [[ $word == -* ]]; then
                        COMPREPLY=($(compgen -W '@NAMES@' -- "$word"))
                    elif [[ $COMP_CWORD -eq 1 ]]; then
                        COMPREPLY=($(compgen -W '@COMMANDS@' -- "$word"))
                    fi
                }
                complete -o default -F _kubeseal kubeseal
                """.replace("@VALUES@", values)
                .replace("@SHELLS@", SHELLS)
                .replace("@NAMES@", names)
                .replace("@COMMANDS@", COMMANDS);
    }

    private String fish() {
        StringBuilder script = new StringBuilder("# fish completion for kubeseal: kubeseal completion fish | source\n");
        for (Flag flag : flags) {
            script.append("complete -c kubeseal -l ").append(flag.name());
            if (!flag.shorthand().isEmpty()) {
                script.append(" -s ").append(flag.shorthand());
            }
            if (flag.type() != FlagType.SWITCH) {
                script.append(" -r");
            }
            if (WORDS.containsKey(flag.name())) {
                script.append(" -f -a '").append(words(flag)).append('\'');
            }
            script.append(" -d '").append(quoted(flag.description())).append("'\n");
        }
        script.append("complete -c kubeseal -n __fish_use_subcommand -f -a '")
                .append(COMMANDS)
                .append("'\n");
        script.append("complete -c kubeseal -n '__fish_seen_subcommand_from completion' -f -a '")
                .append(SHELLS)
                .append("'\n");
        script.append("complete -c kubeseal -n '__fish_seen_subcommand_from keys' -f -a 'list usage'\n");
        return script.append("complete -c kubeseal -n '__fish_seen_subcommand_from template' -f -a render\n")
                .toString();
    }

    private String zsh() {
        StringBuilder script = new StringBuilder(
                "#compdef kubeseal\n# zsh completion for kubeseal: source <(kubeseal completion zsh)\n");
        script.append("_kubeseal() {\n    _arguments \\\n");
        for (Flag flag : flags) {
            String text = "[" + quoted(flag.description()).replace("[", "\\[").replace("]", "\\]") + "]";
            String value = flag.type() == FlagType.SWITCH
                    ? ""
                    : ":" + flag.name() + ":" + (WORDS.containsKey(flag.name()) ? "(" + words(flag) + ")" : "_files");
            script.append("        '--")
                    .append(flag.name())
                    .append(text)
                    .append(value)
                    .append("' \\\n");
        }
        script.append("        '1:command:(")
                .append(COMMANDS)
                .append(")' \\\n        '2:argument:(")
                .append(SHELLS)
                .append(" list usage render)'\n}\n");
        return script.append("compdef _kubeseal kubeseal\n").toString();
    }

    private static String names(Flag flag) {
        return flag.shorthand().isEmpty() ? "--" + flag.name() : "--" + flag.name() + "|-" + flag.shorthand();
    }

    private static String words(Flag flag) {
        return String.join(" ", WORDS.getOrDefault(flag.name(), List.of()));
    }

    private static String quoted(String text) {
        return text.replace("'", "’").replace(":", "\\:");
    }
}
