package dev.sealedsecrets.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.template.function.Functions;
import dev.sealedsecrets.template.limit.TemplateLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Public texts of failures: what they say, and that no value of the data gets into one. */
class PublicMessageTest {
    private static final String MARK = "k7CANARYx";

    /** The marked value, and what functions make of it: parts, turned round, encoded, hashed. */
    private static final List<String> TRACES = Stream.of(
                    MARK,
                    "CANARY",
                    new StringBuilder(MARK).reverse().toString(),
                    Base64.getEncoder().withoutPadding().encodeToString(MARK.getBytes(StandardCharsets.UTF_8)),
                    HexFormat.of().formatHex(MARK.getBytes(StandardCharsets.UTF_8)),
                    "k7_canary",
                    "k7-canary",
                    hash("SHA-1").substring(0, 12),
                    hash("SHA-256").substring(0, 12))
            .map(text -> text.toLowerCase(Locale.ROOT))
            .toList();

    private static final Map<String, byte[]> DATA = Map.of(
            "m", MARK.getBytes(StandardCharsets.UTF_8),
            "url", ("http://" + MARK + "\u0001").getBytes(StandardCharsets.UTF_8),
            "pattern", ("(" + MARK).getBytes(StandardCharsets.UTF_8));

    private static String hash(String algorithm) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(MARK.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static TemplateException failure(String template) {
        try {
            byte[] output = GoTemplate.parse("k", template).render(DATA);
            throw new AssertionError("rendered " + output.length + " bytes");
        } catch (TemplateException e) {
            return e;
        }
    }

    @TestFactory
    Stream<DynamicTest> noFunctionLeaksAMarkedValue() {
        return Functions.names().stream().map(name -> DynamicTest.dynamicTest(name, () -> checkNoLeak(name)));
    }

    private static void checkNoLeak(String function) {
        List<String> calls = new ArrayList<>();
        for (String value : List.of(".m", ".url", ".pattern", ".", "(list .m)", "(dict .m .m)", "(fromJson .m)")) {
            for (String form : List.of(
                    "F", "F V", "F V V", "F V V V", "F 1 V", "F V 1", "F V \"x\"", "F V V V V", "F V nil nil 1 V")) {
                calls.add("{{ " + form.replace("F", function).replace("V", value) + " }}");
                calls.add("{{ " + value + " | " + form.replace("F", function).replace("V", value) + " }}");
            }
            calls.add("{{ range (" + function + " " + value + ") }}{{ .x.y }}{{ end }}");
            calls.add("{{ fail (print (" + function + " " + value + ")) }}");
        }
        TemplateSettings settings = TemplateSettings.defaults()
                .withLimits(TemplateLimits.defaults().withSteps(20_000).withKeys(1));
        for (String template : calls) {
            try {
                GoTemplate.parse("k", template, settings).render(DATA);
            } catch (TemplateException e) {
                assertThat(e.publicMessage().toLowerCase(Locale.ROOT))
                        .as(template)
                        .doesNotContain(TRACES);
            }
        }
    }

    @Test
    void functionErrorsEndWithTheFunction() {
        TemplateException e = failure("{{ fail .m }}");
        assertThat(e.getMessage()).endsWith("error calling fail: " + MARK);
        assertThat(e.publicMessage()).isEqualTo("template: k:1:3: executing \"k\" at <fail .m>: error calling fail");
    }

    @Test
    void errorsThatQuoteAValueEndBeforeIt() {
        assertThat(failure("{{ range .m }}{{ end }}").publicMessage())
                .isEqualTo("template: k:1:9: executing \"k\" at <.m>: range can't iterate over");
        assertThat(failure("{{ range $i, $x := len .m }}{{ end }}").publicMessage())
                .endsWith(">: can't use");
    }

    @Test
    void errorsThatNameTypesOnlyArePublic() {
        TemplateException e = failure("{{ .m.x }}");
        assertThat(e.kind()).isEqualTo(TemplateException.Kind.EXEC);
        assertThat(e.publicMessage()).isEqualTo(e.getMessage()).endsWith("can't evaluate field x in type string");
    }

    @Test
    void parseErrorsArePublic() {
        TemplateException e = failure("{{ nofunc }}");
        assertThat(e.kind()).isEqualTo(TemplateException.Kind.PARSE);
        assertThat(e.publicMessage())
                .isEqualTo(e.getMessage())
                .isEqualTo("template: k:1: function \"nofunc\" not defined");
    }

    @Test
    void limitsAreNamed() {
        assertThat(failure("{{ range 100000000 }}{{ end }}").publicMessage())
                .contains("template limit exceeded: more than 5000000 steps");
        assertThat(failure("{{ repeat 100000000 .m }}").publicMessage())
                .contains("error calling repeat: template limit exceeded: more than 12582912 bytes of a text");
    }
}
