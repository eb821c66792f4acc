package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.client.fixtures.Folder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
    private static final String SEALED = """
            apiVersion: bitnami.com/v1alpha1
            kind: SealedSecret
            metadata: {name: db, namespace: shop}
            spec:
              encryptedData: {password: AAAA}
              template:
                metadata: {labels: {app: db}}
                type: Opaque
                data:
                  url: postgres://app:{{ .password | urlquery }}@db
            """;

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void files() throws Exception {
        folder = new Folder(temporary);
        folder.write("sealed.yaml", SEALED);
        folder.write("values.yaml", "password: p@ss\n");
    }

    private Run.Result render(String... flags) {
        String[] arguments = new String[flags.length + 2];
        arguments[0] = "template";
        arguments[1] = "render";
        System.arraycopy(flags, 0, arguments, 2, flags.length);
        return new Run(folder).stdin(SEALED).with(arguments);
    }

    private static void assertFails(Run.Result result, int status, String message) {
        assertThat(result.status()).as(result.stderr()).isEqualTo(status);
        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr()).contains(message);
    }

    @Test
    void theSecretIsTheOneTheControllerWouldWrite() {
        Run.Result result = render("-f", "sealed.yaml", "--values", "values.yaml", "-o", "yaml");

        assertThat(result.stderr()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.stdout()).isEqualTo("""
                        ---
                        apiVersion: v1
                        data:
                          password: cEBzcw==
                          url: cG9zdGdyZXM6Ly9hcHA6cCU0MHNzQGRi
                        kind: Secret
                        metadata:
                          labels:
                            app: db
                          name: db
                          namespace: shop
                          ownerReferences:
                          - apiVersion: bitnami.com/v1alpha1
                            controller: true
                            kind: SealedSecret
                            name: db
                            uid: ""
                        type: Opaque
                        """);
    }

    @Test
    void oneEntryIsPrintedAsItIs() {
        Run.Result result = render("--values", "values.yaml", "--key", "url");

        assertThat(result.stdout()).isEqualTo("postgres://app:p%40ss@db");
        assertThat(result.stderr()).isEmpty();
    }

    @Test
    void valuesMayBeASecretManifest() throws Exception {
        folder.write("secret.yaml", "{apiVersion: v1, kind: Secret, metadata: {name: x}, data: {password: AP8=}}");

        assertThat(render("--values", "secret.yaml", "--key", "url").stdout()).isEqualTo("postgres://app:%00%FF@db");
    }

    @Test
    void aBareTemplateNeedsNoSealedSecret() throws Exception {
        folder.write("motd.tpl", "{{ .password | len }}{{ print .missing }}");

        assertThat(render("--template", "motd.tpl", "--values", "values.yaml").stdout())
                .isEqualTo("4<nil>");
    }

    @Test
    void aFailingTemplateShowsGosText() throws Exception {
        folder.write("motd.tpl", "\n{{ fail .password }}");

        assertFails(
                render("--template", "motd.tpl", "--values", "values.yaml"),
                1,
                "template: motd.tpl:2:3: executing \"motd.tpl\" at <fail .password>: error calling fail: p@ss");
        folder.write("sealed.yaml", SEALED.replace("urlquery", "nofunc"));
        assertFails(
                render("-f", "sealed.yaml", "--values", "values.yaml"),
                1,
                "template: url:1: function \"nofunc\" not defined (url)");
    }

    @Test
    void everyItemNeedsAValueAndEveryValueAnItem() throws Exception {
        assertFails(render(), 1, "no value for these items of the SealedSecret: password");
        folder.write("values.yaml", "{password: a, pasword: b}");
        assertFails(render("--values", "values.yaml"), 1, "the SealedSecret has no item for these values: pasword");
    }

    @Test
    void valuesThatAreNoTextsAreRefused() throws Exception {
        folder.write("values.yaml", "password: 12");
        assertFails(render("--values", "values.yaml"), 1, "values.yaml: password: expected a text, found");
        folder.write("values.yaml", "[a]");
        assertFails(render("--values", "values.yaml"), 1, "expected a Secret or a mapping of names to texts");
        folder.write("values.yaml", "a: b\n---\nc: d\n");
        assertFails(render("--values", "values.yaml"), 1, "expected one document with values, found 2");
        folder.write("values.yaml", "{a: [");
        assertFails(render("--values", "values.yaml"), 1, "values.yaml: ");
        folder.write("values.yaml", "{kind: Secret, metadata: {name: x}, data: {password: '*'}}");
        assertFails(render("--values", "values.yaml"), 1, "values.yaml: ");
        assertFails(render("--values", "absent.yaml"), 1, "absent.yaml");
    }

    @Test
    void wrongFlagsAndInputsAreNamed() throws Exception {
        folder.write("motd.tpl", "x");
        folder.write("two.yaml", SEALED + "---\n" + SEALED);
        assertFails(
                render("--template", "motd.tpl", "-f", "sealed.yaml"),
                1,
                "--template cannot be used with --file or --key");
        assertFails(render("-f", "two.yaml"), 1, "two.yaml: expected a single SealedSecret, found 2 objects");
        assertFails(render("--values", "values.yaml", "-o", "toml"), 1, "unsupported output format: toml");
        assertFails(render("--values", "values.yaml", "--key", "uri"), 1, "the Secret has no entry \"uri\"");
        assertFails(render("--cert", "x"), 2, "unknown flag: --cert");
        assertFails(new Run(folder).with("template", "draw"), 2, "unknown command: kubeseal template \"draw\"");
    }

    @Test
    void theHelpListsTheFlags() {
        assertThat(render("--help").stdout())
                .startsWith("Usage of kubeseal template render:\n")
                .contains("--values string");
        assertThat(new Run(folder).with("template").stdout()).startsWith("Usage of kubeseal template render:");
        assertThat(new Run(folder).with("--help").stdout()).contains("template render");
    }
}
