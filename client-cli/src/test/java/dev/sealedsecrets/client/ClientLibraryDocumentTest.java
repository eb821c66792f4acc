package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.StubServer;
import dev.sealedsecrets.client.fixtures.StubServer.Answer;
import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeyRing;
import dev.sealedsecrets.crypto.KeySpec;
import dev.sealedsecrets.crypto.Label;
import dev.sealedsecrets.crypto.Opened;
import dev.sealedsecrets.crypto.SealedPayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the programs of docs/client-library.md, each in a process of its own. */
class ClientLibraryDocumentTest {

    private static final Pattern PROGRAM = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    private final GeneratedSealingKey key = GeneratedSealingKey.generate(
            new KeySpec(2048, Duration.ofDays(365), ""), Clock.systemUTC(), new SecureRandom());

    @TempDir
    Path folder;

    @BeforeEach
    void prepareInputs() throws IOException {
        Files.writeString(folder.resolve("cert.pem"), key.certificatePem());
        Files.writeString(
                folder.resolve("secret.yaml"),
                "{kind: Secret, apiVersion: v1, metadata: {name: db, namespace: shop}, stringData: {user: me}}");
        Files.writeString(
                folder.resolve("key-backup.yaml"),
                "kind: Secret\napiVersion: v1\nmetadata: {name: k}\nstringData:\n  tls.key: |\n"
                        + key.exposePrivateKeyPem().indent(4));
    }

    private static List<String> programs() throws IOException {
        Matcher matcher = PROGRAM.matcher(Files.readString(Path.of("../docs/client-library.md")));
        List<String> programs = new ArrayList<>();
        while (matcher.find()) {
            programs.add(matcher.group(1));
        }
        assertThat(programs).hasSize(2);
        return programs;
    }

    /** What the program prints. */
    private String run(String program) throws Exception {
        Path source = Files.writeString(folder.resolve("Program.java"), program);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(folder.resolve("output"));
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private String open(String item) throws Exception {
        Opened opened =
                (Opened) KeyRing.of(List.of(key.key())).unseal(SealedPayload.parseBase64(item), Label.of("shop/db"));
        return new String(opened.plaintext(), StandardCharsets.UTF_8);
    }

    @Test
    void theProgramWithoutAClusterSealsMergesAndRecovers() throws Exception {
        String output = run(programs().get(0));

        assertThat(output).contains("[port, user]").contains("cert.pem");
        assertThat(open(Files.readString(folder.resolve("item")))).isEqualTo("s3cr3t");
    }

    @Test
    void theProgramWithAClusterGetsTheControllersAnswer() throws Exception {
        String answer = """
                {"apiVersion":"bitnami.com/v1alpha1","kind":"SealedSecret",
                 "metadata":{"name":"db","namespace":"shop"},"spec":{"encryptedData":{"user":"AgBy"}}}""";
        try (StubServer server = StubServer.http().controller(key.certificatePem())) {
            server.answer("POST " + StubServer.controllerPath("/v1/verify"), Answer.of(200, ""));
            server.answer("POST " + StubServer.controllerPath("/v1/rotate"), Answer.of(200, answer));
            Files.writeString(folder.resolve("kubeconfig"), Folder.kubeconfig(server.url(), "shop"));

            String output = run(programs().get(1));

            assertThat(output).contains("sealing for " + key.key().fingerprint().text());
            assertThat(Files.readString(folder.resolve("sealed.json"))).contains("\"user\": \"AgBy\"");
        }
    }
}
