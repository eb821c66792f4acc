package dev.sealedsecrets.resource;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecodePropertyTest {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyTreeIsASecretOrADecodeException(@ForAll("objects") Tree tree, @ForAll Decoding decoding) {
        try {
            Secret secret = Secret.decode(tree, decoding);
            assertThat(Yaml.documents(ObjectWriter.toYaml(secret))).hasSize(1);
        } catch (DecodeException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyTreeIsASealedSecretOrADecodeException(@ForAll("objects") Tree tree, @ForAll Decoding decoding) {
        try {
            SealedSecret sealed = SealedSecret.decode(tree, decoding);
            Tree written = Yaml.tree(ObjectWriter.toYaml(sealed));
            assertThat(SealedSecret.decode(written, decoding)).isEqualTo(sealed);
        } catch (DecodeException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyTreeIsAListOrNotOrADecodeException(@ForAll("objects") Tree tree) {
        Document document = new Document("x", 1, 1, tree);
        try {
            assertThat(document.isList()).isIn(true, false);
            assertThat(document.items()).isNotNull();
        } catch (DecodeException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<Tree> objects() {
        return Trees.objects();
    }
}
