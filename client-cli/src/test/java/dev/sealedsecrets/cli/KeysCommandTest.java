package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.StubServer;
import dev.sealedsecrets.client.fixtures.StubServer.Answer;
import dev.sealedsecrets.client.fixtures.TestKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    private static final String SECRETS = "GET /api/v1/namespaces/kube-system/secrets";
    private static final String OBJECTS = "GET /apis/bitnami.com/v1alpha1/sealedsecrets";
    private static final String MAIN = TestKey.MAIN.key().key().fingerprint().text();
    private static final String OTHER = TestKey.OTHER.key().key().fingerprint().text();

    private final StubServer stub = StubServer.http();

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void serveTwoKeys() throws Exception {
        folder = new Folder(temporary);
        folder.write("home/.kube/config", Folder.kubeconfig(stub.url(), "shop"));
        stub.answer(
                SECRETS,
                Answer.of(
                        200,
                        "{\"items\":[" + secret("key-a", TestKey.MAIN) + "," + secret("key-b", TestKey.OTHER) + "]}"));
        stub.answer(
                OBJECTS,
                Answer.of(
                        200,
                        "{\"metadata\":{\"continue\":\"more/1\"},\"items\":[" + object(Map.of("a", MAIN, "b", MAIN))
                                + "," + object(Map.of()) + "]}"),
                Answer.of(200, "{\"items\":[" + object(Map.of("a", MAIN, "z", "SHA256:lost")) + "]}"));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private static String secret(String name, TestKey key) {
        String certificate =
                Base64.getEncoder().encodeToString(key.certificatePem().getBytes(StandardCharsets.US_ASCII));
        return "{\"metadata\":{\"name\":\"" + name + "\"},\"data\":{\"tls.key\":\"TOPSECRET\",\"tls.crt\":\""
                + certificate + "\"}}";
    }

    private static String object(Map<String, String> openedBy) {
        StringBuilder text = new StringBuilder("{\"status\":{\"openedBy\":{");
        openedBy.forEach((item, key) -> text.append(text.toString().endsWith("{") ? "" : ",")
                .append('"')
                .append(item)
                .append("\":\"")
                .append(key)
                .append('"'));
        return text.append("}}}").toString();
    }

    private Run.Result run(String... arguments) {
        return new Run(folder).with(arguments);
    }

    @Test
    void theKeysAreListedWithTheirAge() {
        Run.Result result = run("keys", "list");

        assertThat(result.stderr()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.stdout().lines()).first().asString().matches("NAME +FINGERPRINT +AGE +EXPIRES");
        assertThat(result.stdout())
                .containsPattern("key-a +" + MAIN.replace("+", "\\+") + " +0d +2027-03-04\n")
                .containsPattern("key-b +" + OTHER.replace("+", "\\+") + " +0d +2026-03-14\n")
                .doesNotContain("TOPSECRET");
        assertThat(stub.requestLines())
                .containsExactly(SECRETS + "?labelSelector=sealedsecrets.bitnami.com%2Fsealed-secrets-key%3Dactive");
    }

    @Test
    void usageCountsTheItemsOfAllPagesByKey() {
        Run.Result result = run("keys", "usage");

        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout())
                .containsPattern("key-a .* 3\n")
                .containsPattern("key-b .* 0\n")
                .containsPattern("\\(no labelled Secret\\) +SHA256:lost +1\n")
                .endsWith("1 SealedSecrets have no record of the key that opened them\n");
        assertThat(stub.requestLines())
                .containsSubsequence(OBJECTS + "?limit=250", OBJECTS + "?limit=250&continue=more%2F1");
    }

    @Test
    void aKeyWithoutAReadableCertificateIsListedLastAndHidesNoOther() {
        stub.answer(
                SECRETS,
                Answer.of(
                        200,
                        "{\"items\":[{\"metadata\":{\"name\":\"broken\"},\"data\":{\"tls.crt\":\"AAAA\"}},{\"metadata\":{\"name\":\"empty\"}},"
                                + secret("key-a", TestKey.MAIN) + "]}"));

        Run.Result result = run("keys", "list");

        assertThat(result.status()).as(result.stderr()).isZero();
        assertThat(result.stdout().lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("key-a "),
                        line -> assertThat(line).matches("broken +\\(certificate cannot be read\\)"),
                        line -> assertThat(line).matches("empty +\\(certificate cannot be read\\)"));
    }

    @Test
    void theNamespaceOfTheControllerMayBeAnother() {
        stub.answer("GET /api/v1/namespaces/security/secrets", Answer.of(200, "{\"items\":null}"));

        Run.Result result = run("keys", "list", "--controller-namespace", "security");

        assertThat(result.status()).as(result.stderr()).isZero();
        assertThat(result.stdout().lines()).hasSize(1);
    }

    @Test
    void aRefusalIsTold() {
        stub.answer(SECRETS, Answer.refusal(403, "secrets is forbidden: User \"viewer\" cannot list resource"));

        Run.Result result = run("keys", "list");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr())
                .isEqualTo("error: cannot list secrets: secrets is forbidden: User \"viewer\" cannot list resource\n");
    }

    @Test
    void helpAndMistakes() {
        assertThat(run("keys").stdout()).contains("--controller-namespace");
        assertThat(run("keys", "list", "--help").stdout()).contains("--context");
        assertThat(run("keys", "count").status()).isEqualTo(2);
        assertThat(run("keys", "list", "--cert", "x").status()).isEqualTo(2);
        assertThat(run("keys", "list", "-n", "security").status()).isEqualTo(2);
    }
}
