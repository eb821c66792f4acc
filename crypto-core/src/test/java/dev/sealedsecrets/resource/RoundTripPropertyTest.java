package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

class RoundTripPropertyTest {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void yamlReadsBackToTheSameTree(@ForAll("mappings") Tree.Mapping tree) {
        assertThat(Yaml.tree(ObjectWriter.toYaml(tree))).isEqualTo(tree);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void yamlOfManyDocumentsReadsBackToTheSameTrees(
            @ForAll("mappings") Tree.Mapping a, @ForAll("mappings") Tree.Mapping b) {
        assertThat(Yaml.documents(ObjectWriter.toYaml(a) + ObjectWriter.toYaml(b)))
                .extracting(Document::tree)
                .containsExactly(a, b);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anotherYamlReaderReadsTheSameTexts(@ForAll("mappings") Tree.Mapping tree) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setMaxAliasesForCollections(0)
                .build();

        assertThat(new Load(settings).loadFromString(ObjectWriter.toYaml(tree))).isEqualTo(plain(tree));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void jsonReadsBackToTheSameTree(@ForAll("mappings") Tree.Mapping tree) {
        assertThat(Yaml.tree(JsonWriter.indented(tree))).isEqualTo(tree);
        assertThat(Yaml.tree(JsonWriter.compact(tree))).isEqualTo(tree);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void sameEntriesInAnyOrderHaveTheSameYaml(@ForAll("mappings") Tree.Mapping tree) {
        List<String> keys = new ArrayList<>(tree.entries().keySet());
        Map<String, Tree> reversed = new LinkedHashMap<>();
        for (int i = keys.size() - 1; i >= 0; i--) {
            Tree value = tree.entries().get(keys.get(i));
            if (value != null) {
                reversed.put(keys.get(i), value);
            }
        }

        assertThat(ObjectWriter.toYaml(new Tree.Mapping(reversed))).isEqualTo(ObjectWriter.toYaml(tree));
    }

    @Provide
    Arbitrary<Tree.Mapping> mappings() {
        return Trees.mappings();
    }

    /** Maps, lists and texts as a reader without any types sees them. */
    private static @Nullable Object plain(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            Map<Object, @Nullable Object> map = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> map.put(key, plain(value)));
            return map;
        }
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.items().stream().map(RoundTripPropertyTest::plain).toList();
        }
        return ScalarText.written(tree);
    }
}
