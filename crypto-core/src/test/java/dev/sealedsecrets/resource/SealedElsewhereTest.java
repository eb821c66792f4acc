package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Sealer;
import dev.sealedsecrets.crypto.SealingKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedElsewhereTest {
    private static final SealingKey KEY = TestKeys.first();

    private static Optional<String> hint(String label, String annotations, String template) throws Exception {
        String item = new Sealer(new SecureRandom())
                .seal("x".getBytes(StandardCharsets.UTF_8), Label.of(label), KEY.publicKey())
                .toBase64();
        String json = "{\"metadata\": {\"name\": \"app\", \"namespace\": \"shop\", \"annotations\": " + annotations
                + "}, \"spec\": {\"encryptedData\": {\"bad\": \"AAAA\", \"foo\": \"" + item + "\"}, \"template\": "
                + template + "}}";
        Tree tree = Documents.read(json.getBytes(StandardCharsets.UTF_8), "test", Limits.DEFAULT)
                .get(0)
                .tree();
        SealedSecret sealed = SealedSecret.decode(tree, Decoding.LENIENT);
        KeyRing ring = KeyRing.of(List.of(KEY));
        UnsealOutcome outcome = new SecretUnsealer((name, text, values) -> new byte[0], false).unseal(sealed, ring);
        return SealedElsewhere.hint(sealed, ring, (UnsealOutcome.Failed) outcome);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', sealed cluster-wide?",
                "shop, sealed namespace-wide?",
                "shop/other, sealed for the name other?",
                "shop/unknown, -",
                "elsewhere, -",
                "elsewhere/app, -"
            })
    void theHintNamesAScopeOrTheTemplatesName(String label, String expected) throws Exception {
        assertThat(hint(label, "{}", "{\"metadata\": {\"name\": \"other\"}}")).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void aStrictItemUnderAWiderScopeIsNamed() throws Exception {
        assertThat(hint("shop/app", "{\"sealedsecrets.bitnami.com/cluster-wide\": \"true\"}", "{}"))
                .contains("sealed strict?");
    }
}
