package dev.sealedsecrets.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ConnectionOverrides;
import dev.sealedsecrets.client.cluster.ControllerAddress;
import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.StubServer;
import dev.sealedsecrets.client.fixtures.StubServer.Answer;
import dev.sealedsecrets.client.fixtures.TestKey;
import dev.sealedsecrets.crypto.Scope;
import dev.sealedsecrets.resource.SealedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSecretsClientTest {

    private static final String VERIFY = "POST " + StubServer.controllerPath("/v1/verify");
    private static final String SECRET =
            "{kind: Secret, apiVersion: v1, metadata: {name: db, namespace: shop}, stringData: {password: hunter2}}";

    @TempDir
    Path folder;

    @BeforeEach
    void keepTheCertificate() throws IOException {
        Files.writeString(folder.resolve("cert.pem"), TestKey.MAIN.certificatePem());
        Files.writeString(folder.resolve("secret.yaml"), SECRET);
    }

    private SealedSecretsClient offline() {
        return SealedSecretsClient.offline(new CertificateFile(folder.resolve("cert.pem"), "cert.pem"))
                .withClock(TestKey.clock());
    }

    private SealedSecretsClient online(StubServer server) throws IOException {
        Files.writeString(folder.resolve("kubeconfig"), Folder.kubeconfig(server.url(), "of-context"));
        ClusterAccess cluster = new ClusterAccess(
                new Folder(folder)
                        .surroundings(Map.of(
                                "KUBECONFIG", folder.resolve("kubeconfig").toString())),
                ConnectionOverrides.none());
        return SealedSecretsClient.of(cluster, ControllerAddress.USUAL).withClock(TestKey.clock());
    }

    private String item(Path file, String name) throws ClientException {
        return Objects.requireNonNull(only(file).encryptedData().get(name));
    }

    private SealedSecret only(Path file) throws ClientException {
        return InputObjects.read(InputFile.read(file, "sealed"), "sealed").onlySealedSecretExactly();
    }

    @Test
    void aFileIsSealedInTheFormatOfItsName() throws Exception {
        Path yaml = folder.resolve("sealed.yml");
        Path json = folder.resolve("sealed.json");

        offline().sealFile(folder.resolve("secret.yaml"), yaml, SealingOptions.USUAL);
        offline().sealFile(folder.resolve("secret.yaml"), json, SealingOptions.USUAL);

        assertThat(Files.readString(yaml)).startsWith("---\n");
        assertThat(Files.readString(json)).startsWith("{\n");
        assertThat(TestKey.MAIN.open(item(yaml, "password"), "shop/db")).isEqualTo("hunter2");
    }

    @Test
    void aFailureLeavesTheTargetAsItWas() throws Exception {
        Path target = Files.writeString(folder.resolve("sealed.yaml"), "as it was");

        assertThatThrownBy(() -> offline().sealFile(folder.resolve("cert.pem"), target, SealingOptions.USUAL))
                .isInstanceOf(ClientException.class);

        assertThat(Files.readString(target)).isEqualTo("as it was");
    }

    @Test
    void aMergeKeepsTheItemsThatAreThere() throws Exception {
        Path target = folder.resolve("sealed.json");
        offline().sealFile(folder.resolve("secret.yaml"), target, SealingOptions.USUAL);
        String before = item(target, "password");

        offline()
                .mergeIntoFile(
                        target,
                        SECRET.replace("password", "token").getBytes(StandardCharsets.UTF_8),
                        "more",
                        SealingOptions.USUAL);

        assertThat(only(target).encryptedData()).containsEntry("password", before);
        assertThat(TestKey.MAIN.open(item(target, "token"), "shop/db")).isEqualTo("hunter2");
    }

    @Test
    void aValueIsSealedForTheObjectOfItsScope() throws Exception {
        byte[] value = "v".getBytes(StandardCharsets.UTF_8);

        assertThat(TestKey.MAIN.open(offline().sealValue(value, Scope.STRICT, "shop", "db"), "shop/db"))
                .isEqualTo("v");
        assertThat(TestKey.MAIN.open(offline().sealValue(value, Scope.NAMESPACE_WIDE, "shop", ""), "shop"))
                .isEqualTo("v");
        assertThat(TestKey.MAIN.open(offline().sealValue(value, Scope.CLUSTER_WIDE, "", ""), ""))
                .isEqualTo("v");
    }

    @Test
    void aValueWithoutAPlaceIsRefused() {
        byte[] value = {};

        assertThatThrownBy(() -> offline().sealValue(value, Scope.STRICT, "shop", ""))
                .hasMessage("a value of the scope strict needs the name of its object");
        assertThatThrownBy(() -> offline().sealValue(value, Scope.NAMESPACE_WIDE, "", "db"))
                .hasMessage("a value of the scope namespace-wide needs the namespace of its object");
    }

    @Test
    void offlineAnObjectHasToNameItsNamespace() {
        byte[] manifest = SECRET.replace(", namespace: shop", "").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> offline().seal(manifest, "in", SealingOptions.USUAL, OutputFormat.JSON))
                .hasMessage("secret must declare a namespace");
    }

    @Test
    void offlineThereIsNobodyToAsk() {
        assertThatThrownBy(() -> offline().validate(List.of()))
                .hasMessage("there is no cluster to ask: this client works offline");
    }

    @Test
    void aPinnedKeyIsInsistedOn() {
        CertificateRules others = new CertificateRules(TestKey.OTHER.key().key().fingerprint(), false);

        assertThatThrownBy(() -> offline().withRules(others).certificate())
                .hasMessageStartingWith("the certificate is for the key SHA256:");
    }

    @Test
    void theControllerGivesCertificateAndVerdictAndTheContextTheNamespace() throws Exception {
        try (StubServer server = StubServer.http().controller(TestKey.MAIN.certificatePem())) {
            server.answer(VERIFY, Answer.of(200, ""), Answer.of(409, ""));
            SealedSecretsClient client = online(server);
            byte[] manifest = SECRET.replace(", namespace: shop", "").getBytes(StandardCharsets.UTF_8);

            List<SealedSecret> sealed =
                    client.seal(InputObjects.read(manifest, "in").secrets(), SealingOptions.USUAL);

            assertThat(sealed.get(0).metadata().namespace()).isEqualTo("of-context");
            client.validate(sealed);
            assertThatThrownBy(() -> client.validate(sealed)).hasMessage("unable to decrypt sealed secret: db");
        }
    }

    @Test
    void theControllersAnswerReplacesTheFile() throws Exception {
        Path file = folder.resolve("sealed.json");
        offline().sealFile(folder.resolve("secret.yaml"), file, SealingOptions.USUAL);
        String answer = Files.readString(file).replaceFirst("\"password\": \"[^\"]*\"", "\"password\": \"AgBy\"");
        try (StubServer server = StubServer.http().controller(TestKey.MAIN.certificatePem())) {
            server.answer("POST " + StubServer.controllerPath("/v1/rotate"), Answer.of(200, answer));

            online(server).reEncryptFile(file);
        }

        assertThat(only(file).encryptedData()).containsEntry("password", "AgBy");
    }
}
