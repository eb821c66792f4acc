package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CompatibilityCasesTest {
    private static final Pattern LISTED = Pattern.compile("^\\| `([a-z-]+-\\d{4})` \\|", Pattern.MULTILINE);
    private static final Path DOCUMENT = Path.of("..", "docs", "templates.md");

    @TestFactory
    Stream<DynamicTest> everyCaseGivesTheSameOutputOrFailsInTheSameClass() {
        return TemplateCase.all().stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
    }

    private static void check(TemplateCase c) {
        try {
            byte[] output = GoTemplate.parse(c.key(), c.template()).render(c.data());
            if (c.fails()) {
                fail("rendered, but fails with " + c.json().get("errorClass"));
            }
            if (c.isDeterministic()) {
                assertThat(output).isEqualTo(c.output());
            } else {
                String text = new String(output, StandardCharsets.UTF_8);
                assertThat(text).matches("(?s)" + c.json().get("shape").asText());
                MeaningOfOutput.check(c.json().path("check"), text);
            }
        } catch (TemplateException e) {
            assertThat(c.fails()).as("failed with %s", e.getMessage()).isTrue();
            assertThat(e.kind()).isEqualTo(c.errorKind());
        }
    }

    @Test
    void errorTextsDifferOnlyWhereTheDocumentSaysSo() throws IOException {
        List<String> different = new ArrayList<>();
        int errors = 0;
        for (TemplateCase c : TemplateCase.all()) {
            if (c.fails()) {
                errors++;
                try {
                    GoTemplate.parse(c.key(), c.template()).render(c.data());
                } catch (TemplateException e) {
                    if (!c.isErrorText(String.valueOf(e.getMessage()))) {
                        different.add(c.name());
                    }
                }
            }
        }
        assertThat(different).hasSizeLessThan(errors * 2 / 100);
        assertThat(new TreeSet<>(different)).isEqualTo(listed());
    }

    private static Set<String> listed() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher m = LISTED.matcher(Files.readString(DOCUMENT));
        while (m.find()) {
            names.add(m.group(1));
        }
        return names;
    }

    @Test
    void allCasesOfTheContractAreHere() {
        assertThat(TemplateCase.all()).hasSize(2094);
    }
}
