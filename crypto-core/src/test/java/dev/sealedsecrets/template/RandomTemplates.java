package dev.sealedsecrets.template;

import dev.sealedsecrets.template.function.Functions;
import java.util.List;
import java.util.Random;

/** Templates from a grammar: well-formed control structures around calls of any function with any arguments. */
final class RandomTemplates {
    /** Slow on purpose, and covered by the hazards. */
    private static final List<String> EXPENSIVE = List.of(
            "bcrypt", "derivePassword", "genCA", "genPrivateKey", "genSelfSignedCert", "genSignedCert", "htpasswd");

    private static final List<String> FUNCTIONS =
            Functions.names().stream().filter(name -> !EXPENSIVE.contains(name)).toList();

    private static final List<String> VALUES = List.of(
            "1",
            "0",
            "-3",
            "7.5",
            "1e300",
            "9223372036854775807",
            "2i",
            "'x'",
            "true",
            "nil",
            "\"\"",
            "\"text\"",
            "\"%v %d %q %[2]*d\"",
            "\"(a|b)*c{2,3}\"",
            "\"2006-01-02 MST\"",
            "\">1.2 <3\"",
            "\"http://u:p@h/x?y#z\"",
            "\"[1,{\\\"a\\\":null}]\"",
            "\"\\xff\\u00e9\"",
            ".",
            ".a",
            ".secret",
            ".missing",
            "(list 1 \"b\" nil)",
            "(dict \"k\" 1)",
            "(until 5)",
            "(splitList \",\" \"x,y\")",
            "(toDate \"2006\" \"2020\")",
            "(semver \"1.2.3-rc.1\")",
            "$");

    private final Random random;
    private int nodes = 12;

    RandomTemplates(long seed) {
        random = new Random(seed);
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String template() {
        StringBuilder out = new StringBuilder("{{ define \"t\" }}<{{ . }}>{{ end }}");
        for (int i = random.nextInt(3); i >= 0; i--) {
            out.append(node());
        }
        return out.toString();
    }

    private String node() {
        nodes--;
        if (nodes <= 0) {
            return "text";
        }
        return switch (random.nextInt(8)) {
            case 0 -> "{{ if " + pipeline() + " }}" + node() + "{{ else }}" + node() + "{{ end }}";
            case 1 -> "{{ range $i, $e := " + pipeline() + " }}" + node() + "{{ $e }}{{ break }}{{ end }}";
            case 2 -> "{{ with " + pipeline() + " }}" + node() + "{{ end }}";
            case 3 -> "{{ template \"t\" " + pipeline() + " }}";
            case 4 -> "{{- $v := " + pipeline() + " -}}{{ $v }}";
            case 5 -> " plain\n";
            default -> "{{ " + pipeline() + " }}";
        };
    }

    private String pipeline() {
        StringBuilder out = new StringBuilder(random.nextInt(3) == 0 ? oneOf(VALUES) : call());
        for (int i = random.nextInt(3); i > 0; i--) {
            out.append(" | ").append(call());
        }
        return out.toString();
    }

    private String call() {
        nodes--;
        StringBuilder out = new StringBuilder(oneOf(FUNCTIONS));
        for (int i = random.nextInt(4); i > 0; i--) {
            out.append(' ').append(nodes > 0 && random.nextInt(5) == 0 ? "(" + call() + ")" : oneOf(VALUES));
        }
        return out.toString();
    }
}
