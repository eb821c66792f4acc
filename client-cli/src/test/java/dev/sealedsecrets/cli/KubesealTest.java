package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.cli.Run.Result;
import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.StubServer;
import dev.sealedsecrets.client.fixtures.StubServer.Answer;
import dev.sealedsecrets.client.fixtures.TestKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubesealTest {

    private static final String SECRET = "metadata: {name: a, namespace: ns}\nstringData: {k: v}\n";
    private static final String SEALED = "metadata: {name: a, namespace: ns}\nspec: {encryptedData: {k: eA==}}\n";

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void writeCertificates() {
        folder = new Folder(temporary);
        folder.write("cert.pem", TestKey.MAIN.certificatePem());
        folder.write("soon.pem", TestKey.OTHER.certificatePem());
        folder.write("key.pem", TestKey.MAIN.privateKeyPem());
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Result result = run().with("--version", "--help");

        assertThat(result.stdout()).matches("kubeseal version: v\\d+\\.\\d+\\.\\d+\\S*\n");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void helpGoesToStandardOutputBeforeAnyFileIsOpened() {
        Result result = run().with("--help", "-f", "nofile");

        assertThat(result.stdout()).startsWith("Usage of kubeseal:\n");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void aUsageErrorLeavesStandardOutputEmpty() {
        Result result = run().with("--nope");

        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr()).startsWith("error: unknown flag: --nope\nhint: ");
        assertThat(result.status()).isEqualTo(2);
    }

    @Test
    void aSecretFromStandardInputBecomesJson() {
        Result result = run().stdin(SECRET).with("--cert", "cert.pem");

        assertThat(result.stdout())
                .startsWith("{\n  \"kind\": \"SealedSecret\",\n")
                .endsWith("}\n");
        assertThat(result.stderr()).isEmpty();
        assertThat(result.status()).isZero();
    }

    @Test
    void theExtensionOfTheOutputFileDecidesItsFormat() throws IOException {
        folder.write("in.yaml", SECRET);

        Result result = run().with("--cert", "cert.pem", "-f", "in.yaml", "-w", "out.yml", "-o", "toml");

        assertThat(result.status()).isZero();
        assertThat(result.stdout()).isEmpty();
        assertThat(folder.read("out.yml")).startsWith("---\napiVersion: bitnami.com/v1alpha1\n");
    }

    @Test
    void devStdinAndDevStdoutAreTheStreamsOfTheRun() {
        Result result =
                run().stdin(SECRET).with("--cert", "cert.pem", "-f", "/dev/stdin", "-w", "/dev/stdout", "-oyaml");

        assertThat(result.stdout()).startsWith("---\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void aFailureLeavesEveryFileAsItWas() throws IOException {
        folder.write("out.yaml", "old");

        Result result = run().stdin(SECRET + "---\nmetadata: {name: b, namespace: ns}\n")
                .with("--cert", "cert.pem", "-w", "out.yaml");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.stderr()).startsWith("error: secret.data is empty in input Secret");
        assertThat(folder.read("out.yaml")).isEqualTo("old");
        assertThat(names()).containsExactlyInAnyOrder("cert.pem", "soon.pem", "key.pem", "out.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nofile", "-", ".", "a\0b"})
    void anInputFileThatCannotBeReadIsNoticedFirst(String file) {
        Result result = run().with("-f", file, "-w", "no/such/folder");

        assertThat(result.stderr()).startsWith("error: Could not read file specified with --secret-file\nhint: ");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void aNameThatIsNoFileNameIsAnError() {
        assertThat(run().with("--cert", "a\0b").stderr()).startsWith("error: not a file name: \"a\\x00b\"\n");
    }

    @Test
    void aRawValueIsSealedByteByByte() {
        Result fromStdin = run().stdin("hunter2\n").with("--raw", "--cert", "cert.pem", "-n", "ns", "--name", "a");
        folder.write("value", "from file");
        Result fromFile =
                run().with("--raw", "--cert", "cert.pem", "--scope", "cluster-wide", "--from-file", "k=value");
        Result fromStream = run().stdin("x")
                .with(
                        "--raw",
                        "--cert",
                        "cert.pem",
                        "--scope",
                        "namespace-wide",
                        "-n",
                        "ns",
                        "--from-file",
                        "/dev/stdin");

        assertThat(TestKey.MAIN.open(fromStdin.stdout(), "ns/a")).isEqualTo("hunter2\n");
        assertThat(TestKey.MAIN.open(fromFile.stdout(), "")).isEqualTo("from file");
        assertThat(TestKey.MAIN.open(fromStream.stdout(), "ns")).isEqualTo("x");
    }

    @Test
    void rawFaults() {
        assertThat(run().with("--raw", "--cert", "cert.pem", "-n", "ns").stderr())
                .isEqualTo("error: must provide the --name flag with --raw and --scope strict\n");
        assertThat(run().with("--cert", "cert.pem", "--from-file", "x").stderr())
                .isEqualTo("error: --from-file requires --raw\n");
        assertThat(run().with("--raw", "--cert", "cert.pem", "--from-file", "a,b")
                        .stderr())
                .isEqualTo("error: must provide only one --from-file when encrypting a single item with --raw\n");
        assertThat(run().with("--raw", "--cert", "cert.pem", "-f", "cert.pem").stderr())
                .contains("--from-file");
        assertThat(run().with("--raw", "--cert", "cert.pem").stderr()).contains("no configuration has been provided");
    }

    @Test
    void peopleAtATerminalAreToldWhatIsExpected() {
        Result sealing = run().onTerminals().stdin(SECRET).with("--cert", "cert.pem");
        Result raw = run().onTerminals().stdin("x").with("--raw", "--cert", "cert.pem", "--scope", "cluster-wide");

        assertThat(sealing.stderr()).isEqualTo("(tty detected: expecting json/yaml k8s resource in stdin)\n");
        assertThat(raw.stderr()).isEqualTo("(tty detected: expecting a secret to encrypt in stdin)\n");
    }

    @Test
    void warningsAreForPeopleOnly() {
        assertThat(run().stdin(SECRET).with("--cert", "soon.pem").stderr()).isEmpty();
        assertThat(run().onTerminals().stdin(SECRET).with("--cert", "soon.pem").stderr())
                .startsWith("warning: the certificate to seal with expires on 2026-03-14\n");
        assertThat(run().onTerminals()
                        .stdin(SECRET)
                        .with("--cert", "cert.pem", "--recovery-private-key", "x")
                        .stderr())
                .startsWith("warning: ignoring --recovery-private-key because unseal command not chosen with "
                        + "--recovery-unseal\n");
    }

    @Test
    void mergingRewritesTheFile() {
        folder.write("t.json", SEALED);

        Result result = run().stdin("stringData: {new: v}").with("--cert", "cert.pem", "--merge-into", "t.json");

        assertThat(result).isEqualTo(new Result(0, "", ""));
        assertThat(folder.read("t.json")).startsWith("{\n").contains("\"k\": \"eA==\"", "\"new\": \"");
    }

    @Test
    void commandsWithoutOutputRefuseAnOutputFile() {
        folder.write("t.json", SEALED);

        assertThat(run().with("--cert", "cert.pem", "--merge-into", "t.json", "-w", "out")
                        .status())
                .isEqualTo(1);
        assertThat(run().with("--validate", "-w", "out").stderr())
                .isEqualTo("error: --sealed-secret-file cannot be used with --validate: it has no output\n");
    }

    @Test
    void unsealingNeedsNoCluster() {
        Result sealed = run().stdin(SECRET).with("--cert", "cert.pem");

        Result result = run().stdin(sealed.stdout())
                .variable("SEALED_SECRETS_RECOVERY_PRIVATE_KEY", "key.pem")
                .with("--recovery-unseal", "-o", "YAML");

        assertThat(result.stdout()).startsWith("---\napiVersion: v1\ndata:\n  k: dg==\nkind: Secret\n");
        assertThat(result.status()).isZero();
    }

    @Test
    void anUnknownFormatIsRefusedBeforeAnyRequest() {
        try (StubServer server = cluster()) {
            assertThat(run().stdin(SEALED).with("--re-encrypt", "-o", "toml").stderr())
                    .isEqualTo("error: unsupported output format: toml\n");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void theCertificateOfTheControllerIsFetchedAndKept() {
        try (StubServer server = cluster()) {
            assertThat(run().with("--fetch-cert")).isEqualTo(new Result(0, TestKey.MAIN.certificatePem(), ""));
            assertThat(run().stdin(SECRET).with("--scope", "namespace-wide").status())
                    .isZero();
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aFailureOfTheClusterComesWithItsHints() {
        try (StubServer server = cluster()) {
            server.answer(
                    "GET /api/v1/namespaces/kube-system/services/sealed-secrets-controller",
                    Answer.refusal(404, "services \"x\" not found"));
            server.answer(
                    "GET /api/v1/services",
                    Answer.of(200, "{\"items\":[{\"metadata\":{\"name\":\"n\",\"namespace\":\"m\"}}]}"));

            Result result = run().with("--fetch-cert");

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.stderr().lines())
                    .containsExactly(
                            "error: cannot get sealed secret service: services \"x\" not found.",
                            "Please, use the flag --controller-name and --controller-namespace to set up the name and "
                                    + "namespace of the sealed secrets controller",
                            "hint: there is a Service that could be meant: --controller-name n --controller-namespace m");
        }
    }

    @Test
    void validationStopsAtTheFirstObjectThatDoesNotOpen() {
        try (StubServer server = cluster()) {
            server.answer("POST " + StubServer.controllerPath("/v1/verify"), Answer.of(200, ""), Answer.of(409, ""));

            Result result =
                    run().stdin(SEALED + "---\n" + SEALED.replace("a,", "b,")).with("--validate");

            assertThat(result).isEqualTo(new Result(1, "", "error: unable to decrypt sealed secret: b\n"));
        }
    }

    @Test
    void reEncryptionRewritesTheInputFile() {
        folder.write("t.yaml", SEALED);
        try (StubServer server = cluster()) {
            server.answer(
                    "POST " + StubServer.controllerPath("/v1/rotate"),
                    Answer.of(
                            200,
                            "{\"metadata\":{\"name\":\"a\",\"generation\":3},\"spec\":{\"encryptedData\":{\"k\":\"bmV3\"}}}"));

            Result result = run().with("--rotate", "-f", "t.yaml");

            assertThat(result)
                    .isEqualTo(
                            new Result(0, "", "Flag --rotate has been deprecated, please use --re-encrypt instead\n"));
            assertThat(folder.read("t.yaml")).contains("k: bmV3").doesNotContain("generation");
        }
    }

    @Test
    void answersThatAreNoSealedSecretLeaveTheInputFile() {
        folder.write("t.yaml", SEALED);
        try (StubServer server = cluster()) {
            for (String answer : List.of("<html>", "", "{\"kind\":\"Secret\"}", "{}{}")) {
                server.answer("POST " + StubServer.controllerPath("/v1/rotate"), Answer.of(200, answer));

                assertThat(run().with("--re-encrypt", "-f", "t.yaml").stderr())
                        .startsWith("error: cannot re-encrypt secret: the answer is ");
                assertThat(folder.read("t.yaml")).isEqualTo(SEALED);
            }
        }
    }

    @Test
    void aTimeLimitThatIsNoneIsRefusedWhereItMatters() {
        assertThat(run().with("--cert", "http://127.0.0.1:9/c", "--request-timeout", "soon")
                        .stderr())
                .startsWith("error: Invalid timeout value.");
        assertThat(run().stdin(SECRET)
                        .with("--cert", "cert.pem", "--request-timeout", "soon")
                        .status())
                .isZero();
    }

    @Test
    void aClosedStandardOutputIsAFailure() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        Result result = run().stdout(closed).with("--version");

        assertThat(result.stderr()).isEqualTo("error: cannot write to standard output: Broken pipe\n");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void aFaultOfTheProgramShowsWhereItIsButNothingOfTheInput() {
        InputStream faulty = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("hunter2");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }
        };

        Result result = run().stdin(faulty).with("--cert", "cert.pem");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.stderr())
                .startsWith("error: internal error: java.lang.IllegalStateException\n\tat ")
                .doesNotContain("hunter2")
                .endsWith("hint: this is a fault of kubeseal itself; please report it with these lines\n");
    }

    private Run run() {
        return new Run(folder);
    }

    private StubServer cluster() {
        StubServer server = StubServer.http().controller(TestKey.MAIN.certificatePem());
        folder.write("home/.kube/config", Folder.kubeconfig(server.url(), "ns"));
        return server;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
