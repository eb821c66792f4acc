package dev.sealedsecrets.resource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects (RFC 8259) that follow each other with or without white space. For one input. */
final class JsonReader {
    private final String text;
    private final String source;
    private final Limits limits;
    private final Budget budget;
    private final List<Document> documents = new ArrayList<>();

    JsonReader(String text, String source, Limits limits) {
        this.text = text;
        this.source = source;
        this.limits = limits;
        this.budget = new Budget(limits);
    }

    /**
     * All objects.
     *
     * @throws MalformedJsonException if anything else is in the text; it may still be YAML
     * @throws DocumentException if a limit is passed or a text is none
     */
    List<Document> read() throws DocumentException, MalformedJsonException {
        try (JsonParser parser = factory().createParser(text)) {
            readObjects(parser);
            return documents;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw malformed(line);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    /** Names are neither interned nor kept: the input is not trusted. Own limits are passed first. */
    private JsonFactory factory() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 1)
                        .maxStringLength(limits.inputBytes())
                        .maxNumberLength(limits.inputBytes())
                        .maxNameLength(limits.inputBytes())
                        .build())
                .build();
    }

    private void readObjects(JsonParser parser) throws IOException, DocumentException, MalformedJsonException {
        JsonToken token = parser.nextToken();
        while (token != null) {
            int line = line(parser);
            if (token != JsonToken.START_OBJECT) {
                throw malformed(line);
            }
            Tree tree = object(parser, 1);
            documents.add(new Document(source, documents.size() + 1, line, tree));
            token = parser.nextToken();
        }
    }

    private Tree value(JsonParser parser, JsonToken token, int depth) throws IOException, DocumentException {
        return switch (token) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> new Tree.Text(text(parser, parser.getText(), depth));
            case VALUE_TRUE -> new Tree.Bool(true, text(parser, "true", depth));
            case VALUE_FALSE -> new Tree.Bool(false, text(parser, "false", depth));
            case VALUE_NULL -> new Tree.Null(text(parser, "null", depth));
            default -> new Tree.Numeral(text(parser, parser.getText(), depth));
        };
    }

    /** The parser refuses half surrogate pairs in names itself. */
    private Tree object(JsonParser parser, int depth) throws IOException, DocumentException {
        check(parser, budget.addValue(0, depth));
        Map<String, Tree> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            entries.put(name, value(parser, parser.nextToken(), depth + 1));
        }
        return new Tree.Mapping(entries);
    }

    private Tree array(JsonParser parser, int depth) throws IOException, DocumentException {
        check(parser, budget.addValue(0, depth));
        List<Tree> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, depth + 1));
        }
        return new Tree.Sequence(items);
    }

    private String text(JsonParser parser, String value, int depth) throws DocumentException {
        check(parser, budget.addValue(value.length(), depth));
        check(parser, Surrogates.hasLoneHalf(value) ? Surrogates.PROBLEM : null);
        return value;
    }

    private void check(JsonParser parser, @Nullable String problem) throws DocumentException {
        if (problem != null) {
            throw new DocumentException(source, documents.size() + 1, line(parser), problem, false);
        }
    }

    private MalformedJsonException malformed(int line) {
        return new MalformedJsonException(
                new DocumentException(source, documents.size() + 1, line, "malformed JSON", documents.isEmpty()));
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
