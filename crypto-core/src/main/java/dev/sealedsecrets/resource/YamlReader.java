package dev.sealedsecrets.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.1 documents from the events of a YAML 1.2 parser: scalars, anchors, aliases and merge keys are resolved here. An
 * anchor holds until the end of its document; aliases share the value, and the {@link Budget} counts it each time. For one input.
 */
final class YamlReader {
    private final String text;
    private final String source;
    private final Limits limits;
    private final Budget budget;
    private final ParserImpl events;
    private final List<Document> documents = new ArrayList<>();
    private final Map<String, Anchored> anchors = new HashMap<>();

    /** Where the last event was, for the few errors that do not tell their place. */
    private int lastLine = 1;

    /** A value with a name, and its size with all aliases in it resolved. */
    private record Anchored(Tree tree, long nodes, long characters) {}

    YamlReader(String text, String source, Limits limits) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        this.text = text;
        this.source = source;
        this.limits = limits;
        this.budget = new Budget(limits);
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /** All documents that are not empty. */
    List<Document> read() throws DocumentException {
        Event event = next();
        while (event.getEventId() != Event.ID.StreamEnd) {
            if (event.getEventId() == Event.ID.DocumentStart) {
                readDocument(next());
            }
            event = next();
        }
        return documents;
    }

    /** The parser also lets exceptions of the JDK out, such as NumberFormatException for a broken escape. */
    private Event next() throws DocumentException {
        try {
            Event event = events.next();
            lastLine = line(event);
            return event;
        } catch (ReaderException e) {
            throw unprintable();
        } catch (MarkedYamlEngineException e) {
            throw malformed(e.getProblemMark().map(Mark::getLine).orElse(0) + 1);
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw malformed(lastLine);
        }
    }

    private void readDocument(Event root) throws DocumentException {
        anchors.clear();
        if (root instanceof ScalarEvent scalar && isNothing(scalar)) {
            return;
        }
        int line = line(root);
        documents.add(new Document(source, documents.size() + 1, line, value(root, 1)));
    }

    private static boolean isNothing(ScalarEvent scalar) {
        return scalar.isPlain()
                && scalar.getValue().isEmpty()
                && scalar.getTag().isEmpty();
    }

    private Tree value(Event event, int depth) throws DocumentException {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        Optional<Anchor> named = ((NodeEvent) event).getAnchor();
        if (named.isEmpty()) {
            return content(event, depth);
        }
        String anchor = named.get().getValue();
        anchors.remove(anchor);
        long nodesBefore = budget.nodes();
        long charactersBefore = budget.characters();
        Tree tree = content(event, depth);
        anchors.put(anchor, new Anchored(tree, budget.nodes() - nodesBefore, budget.characters() - charactersBefore));
        return tree;
    }

    private Tree aliased(AliasEvent alias) throws DocumentException {
        Anchored anchored = anchors.get(alias.getAlias().getValue());
        if (anchored == null) {
            throw problem(alias, "alias without anchor");
        }
        check(alias, budget.addRepeated(anchored.nodes(), anchored.characters()));
        return anchored.tree();
    }

    private Tree content(Event event, int depth) throws DocumentException {
        if (event instanceof ScalarEvent scalar) {
            check(event, budget.addValue(scalar.getValue().length(), depth));
            check(event, Surrogates.hasLoneHalf(scalar.getValue()) ? Surrogates.PROBLEM : null);
            Tree tree = YamlTags.scalar(scalar.getTag().orElse(null), scalar.isPlain(), scalar.getValue());
            if (tree == null) {
                throw problem(event, "the value is not what its tag says");
            }
            return tree;
        }
        check(event, budget.addValue(0, depth));
        return event.getEventId() == Event.ID.MappingStart ? mapping(depth) : sequence(depth);
    }

    private Tree sequence(int depth) throws DocumentException {
        List<Tree> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(value(event, depth + 1));
        }
        return new Tree.Sequence(items);
    }

    private Tree.Mapping mapping(int depth) throws DocumentException {
        Map<String, Tree> entries = new LinkedHashMap<>();
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
            if (isMergeKey(key)) {
                merge(next(), depth + 1, entries);
            } else {
                String name = key(key, depth + 1);
                entries.put(name, value(next(), depth + 1));
            }
        }
        return new Tree.Mapping(entries);
    }

    private static boolean isMergeKey(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && YamlTags.isMerge(scalar.getTag().orElse(null), scalar.isPlain());
    }

    /**
     * Adds what a merge key brings in: a mapping, or a list of mappings of which earlier ones win. Quirk: the last one in the text counts,
     * so a merge key overrides the keys before it, where YAML would have it that the mapping's own keys win.
     */
    private void merge(Event event, int depth, Map<String, Tree> entries) throws DocumentException {
        Tree value = value(event, depth);
        List<Tree> sources = value instanceof Tree.Sequence sequence ? sequence.items() : List.of(value);
        for (int i = sources.size() - 1; i >= 0; i--) {
            if (!(sources.get(i) instanceof Tree.Mapping mapping)) {
                throw problem(event, "a merge key needs a mapping or a list of mappings");
            }
            entries.putAll(mapping.entries());
        }
    }

    /** Keys are texts as written, whatever type YAML 1.1 would give them. */
    private String key(Event event, int depth) throws DocumentException {
        String written = ScalarText.written(value(event, depth));
        if (written == null) {
            throw problem(event, "a key must be a scalar");
        }
        return written;
    }

    private void check(Event event, @Nullable String problem) throws DocumentException {
        if (problem != null) {
            throw problem(event, problem);
        }
    }

    private DocumentException problem(Event event, String problem) {
        return new DocumentException(source, documents.size() + 1, line(event), problem, false);
    }

    private DocumentException malformed(int line) {
        return new DocumentException(
                source, documents.size() + 1, line, "malformed YAML", documents.isEmpty() && !separatorFollows(line));
    }

    /** The parser looks ahead of the document it is in, so the number is that of the text before the character. */
    private DocumentException unprintable() {
        int index = 0;
        while (index < text.length() && StreamReader.isPrintable(text.codePointAt(index))) {
            index += Character.charCount(text.codePointAt(index));
        }
        String before = text.substring(0, index);
        int number;
        try {
            number = Math.max(1, new YamlReader(before, source, limits).read().size());
        } catch (DocumentException e) {
            number = e.number();
        }
        int line = Lines.at(text, index);
        return new DocumentException(
                source, number, line, "a character that YAML does not allow", number == 1 && !separatorFollows(line));
    }

    /** Whether a document starts in this line or after it. */
    private boolean separatorFollows(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return text.startsWith("---", start) || text.indexOf("\n---", start) >= 0;
    }

    private static int line(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.isPresent() ? mark.get().getLine() + 1 : 1;
    }
}
