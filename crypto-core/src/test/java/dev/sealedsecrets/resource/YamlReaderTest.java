package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    @Test
    void aliasesStandForTheirAnchors() {
        assertThat(Yaml.tree("a: &x {b: [1, 2]}\nc: *x\nd: &y text\ne: *y\n"))
                .isEqualTo(Yaml.tree("a: {b: [1, 2]}\nc: {b: [1, 2]}\nd: text\ne: text\n"));
    }

    @Test
    void laterAnchorOfTheSameNameCounts() {
        assertThat(Yaml.tree("a: &x 1\nb: &x 2\nc: *x\n")).isEqualTo(Yaml.tree("a: 1\nb: 2\nc: 2\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: *x\n", "a: &x b\n---\nc: *x\n", "a: &x [*x]\n", "a: &x {b: *x}\n", "&x a: 1\nb: &x [*x]\n"})
    void aliasWithoutFinishedAnchorIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> Yaml.read(text)).hasMessageEndingWith(": alias without anchor");
    }

    @Test
    void mergeKeysBringInMappings() {
        assertThat(Yaml.tree("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3, c: 4}\n"))
                .isEqualTo(Yaml.tree("x: {a: 1, b: 2}\ny: {a: 1, b: 3, c: 4}\n"));
        assertThat(Yaml.tree("{<<: {a: 1}, b: 2}")).isEqualTo(Yaml.tree("{a: 1, b: 2}"));
        assertThat(Yaml.tree("!!merge <<: {a: 1}\n")).isEqualTo(Yaml.tree("{a: 1}"));
    }

    @Test
    void earlierMappingOfAMergedListWins() {
        assertThat(Yaml.tree("<<: [{a: 1, b: 1}, {b: 2, c: 2}]\n")).isEqualTo(Yaml.tree("{a: 1, b: 1, c: 2}"));
    }

    @Test
    void quirkMergeKeyOverridesTheKeysBeforeIt() {
        assertThat(Yaml.tree("a: 1\n<<: {a: 2}\n")).isEqualTo(Yaml.tree("a: 2\n"));
    }

    @Test
    void quotedMergeKeyIsAKey() {
        assertThat(((Tree.Mapping) Yaml.tree("'<<': {a: 1}\n")).entries()).containsOnlyKeys("<<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<: text\n", "<<: [{a: 1}, text]\n", "<<: null\n"})
    void mergeKeyNeedsMappings(String text) {
        assertThatThrownBy(() -> Yaml.read(text))
                .hasMessageEndingWith("a merge key needs a mapping or a list of mappings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "y", "on", "No", "1.10", "0777", "0x1F", "1e3", "~", "null", "2001-01-01", "12:30"})
    void keysKeepTheWrittenText(String key) {
        assertThat(((Tree.Mapping) Yaml.tree(key + ": a\n")).entries()).containsOnlyKeys(key);
    }

    @Test
    void aliasMayBeAKey() {
        assertThat(Yaml.tree("a: &x n\n*x : 1\n")).isEqualTo(Yaml.tree("a: n\n\"n\": 1\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a]\n: b\n", "? {a: b}\n: c\n", "{a: b}: c\n"})
    void keyThatIsACollectionIsRefused(String text) {
        assertThatThrownBy(() -> Yaml.read(text)).isInstanceOf(DocumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "!!str 1.10, text 1.10",
        "!!str yes, text yes",
        "! 5, text 5",
        "!mine 5, text 5",
        "!!timestamp 2001-01-01, text 2001-01-01",
        "!!binary aGk=, text hi",
        "!!int 0x1F, number 0x1F",
        "!!int '3', number 3",
        "!!float 1.5, number 1.5",
        "!!bool yes, boolean yes",
        "!!null '', null",
        "'\"yes\"', text yes"
    })
    void tagsAndQuotesDecideTheType(String written, String expected) {
        Tree value = Objects.requireNonNull(
                ((Tree.Mapping) Yaml.tree("a: " + written + "\n")).entries().get("a"));

        assertThat((value.describe().replace("a ", "") + " " + ScalarText.written(value)).strip())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!int abc", "!!float x", "!!bool maybe", "!!null x", "!!binary '*'", "!!binary gICA"})
    void valueThatIsNotWhatItsTagSaysIsRefused(String written) {
        assertThatThrownBy(() -> Yaml.read("a: " + written + "\n"))
                .hasMessageEndingWith("the value is not what its tag says");
    }

    @Test
    void tagsOfCollectionsMeanNothing() {
        assertThat(Yaml.tree("!mine {a: !!seq [!!map {}]}")).isEqualTo(Yaml.tree("{a: [{}]}"));
    }
}
