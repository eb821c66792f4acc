package dev.sealedsecrets.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeySpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing with one kubeseal and recovering with the other, with a key pair that our controller would make. */
@EnabledIfEnvironmentVariable(named = Programs.PEERS, matches = ".+")
class OfflineInteropIT {
    private static final String SECRET = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: db
              namespace: shop
              labels: {app: db}
            type: Opaque
            stringData:
              user: admin
              password: "pässword\\nin two lines"
            data:
              bytes: AP8QgA==
              empty: ""
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static String certificate = "";
    private static String key = "";

    @BeforeAll
    static void makeKeyPair() throws IOException {
        GeneratedSealingKey pair = GeneratedSealingKey.generate(
                new KeySpec(2048, Duration.ofDays(1), ""), InstantSource.system(), new SecureRandom());
        certificate = Files.writeString(folder.resolve("tls.crt"), pair.certificatePem())
                .toString();
        key = Files.writeString(folder.resolve("tls.key"), pair.exposePrivateKeyPem())
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "namespace-wide", "cluster-wide"})
    void theirsOpensWhatOursSealed(String scope) throws IOException {
        String sealed = Programs.ourKubeseal().run(SECRET, "--cert", certificate, "--scope", scope);

        JsonNode recovered = recover(Programs.theirKubeseal(), sealed);

        assertHoldsTheSecret(recovered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "namespace-wide", "cluster-wide"})
    void oursOpensWhatTheirsSealed(String scope) throws IOException {
        String sealed = Programs.theirKubeseal().run(SECRET, "--cert", certificate, "--scope", scope, "-o", "yaml");

        JsonNode recovered = recover(Programs.ourKubeseal(), sealed);

        assertHoldsTheSecret(recovered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict", "namespace-wide", "cluster-wide"})
    void theirsMergesIntoWhatOursSealedAndOursOpensBoth(String scope) throws IOException {
        Path file = folder.resolve(scope + ".json");
        Files.writeString(file, Programs.ourKubeseal().run(SECRET, "--cert", certificate, "--scope", scope));
        String more = """
                apiVersion: v1
                kind: Secret
                metadata: {name: db, namespace: shop}
                stringData: {token: t0ken}
                """;
        Programs.theirKubeseal().run(more, "--cert", certificate, "--scope", scope, "--merge-into", file.toString());

        JsonNode recovered = recover(Programs.ourKubeseal(), Files.readString(file));

        assertThat(recovered.at("/data/token").asText()).isEqualTo("dDBrZW4=");
        assertThat(recovered.at("/data/bytes").asText()).isEqualTo("AP8QgA==");
    }

    private static JsonNode recover(Program kubeseal, String sealed) throws IOException {
        return JSON.readTree(kubeseal.run(sealed, "--recovery-unseal", "--recovery-private-key", key));
    }

    /** The original writes an empty value as null. */
    private static void assertHoldsTheSecret(JsonNode secret) {
        assertThat(secret.at("/metadata/name").asText()).isEqualTo("db");
        assertThat(secret.at("/metadata/labels/app").asText()).isEqualTo("db");
        assertThat(secret.at("/data/user").asText()).isEqualTo("YWRtaW4=");
        assertThat(secret.at("/data/password").asText()).isEqualTo("cMOkc3N3b3JkCmluIHR3byBsaW5lcw==");
        assertThat(secret.at("/data/bytes").asText()).isEqualTo("AP8QgA==");
        assertThat(secret.at("/data/empty").asText("")).isIn("", "null");
        assertThat(secret.get("data").size()).isEqualTo(4);
    }
}
