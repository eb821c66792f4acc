package dev.sealedsecrets.controller.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sealedsecrets.resource.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON of the client library as trees of this project. The depth is what the API server lets pass. */
final class JsonTrees {
    private JsonTrees() {}

    static Tree read(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Tree> entries = new LinkedHashMap<>();
                for (Map.Entry<String, JsonNode> field : node.properties()) {
                    entries.put(field.getKey(), read(field.getValue()));
                }
                yield new Tree.Mapping(entries);
            }
            case ARRAY -> {
                List<Tree> items = new ArrayList<>(node.size());
                for (JsonNode item : node) {
                    items.add(read(item));
                }
                yield new Tree.Sequence(items);
            }
            case NUMBER -> new Tree.Numeral(node.asText());
            case BOOLEAN -> Tree.bool(node.booleanValue());
            case NULL, MISSING -> new Tree.Null("null");
            case STRING, BINARY, POJO -> Tree.text(node.asText());
        };
    }
}
