package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CommaSeparatedPropertyTest {

    @Property
    void quotedFieldsReadAsTheyWere(@ForAll @Size(min = 1, max = 5) List<String> fields) throws FlagType.BadValue {
        String text = fields.stream()
                .map(field -> '"' + field.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));

        assertThat(CommaSeparated.parse(text)).isEqualTo(fields);
    }

    @Property
    void everyTextIsAListOrRefused(@ForAll String text) {
        try {
            assertThat(CommaSeparated.parse(text)).hasSizeLessThanOrEqualTo(text.length() + 1);
        } catch (FlagType.BadValue e) {
            assertThat(e).hasMessageStartingWith("parse error on line 1, column ");
        }
    }
}
