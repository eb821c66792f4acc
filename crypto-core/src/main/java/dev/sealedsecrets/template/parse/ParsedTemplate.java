package dev.sealedsecrets.template.parse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one text defines.
 *
 * @param name name of the template, which error texts show for the definitions inside it too
 * @param text the whole text, for positions
 * @param definitions bodies by name, the template's own included
 * @param functions names of all functions called anywhere
 */
public record ParsedTemplate(String name, String text, Map<String, Node.Sequence> definitions, Set<String> functions) {
    /** The body of a definition. */
    public Optional<Node.Sequence> definition(String definitionName) {
        return Optional.ofNullable(definitions.get(definitionName));
    }

    /** {@code name:line:column} of a position; lines count from 1, columns are bytes from 0. */
    public String location(int position) {
        int lineStart = text.lastIndexOf('\n', position - 1) + 1;
        int line = 1;
        for (int i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return name + ":" + line + ":" + (position - lineStart);
    }
}
