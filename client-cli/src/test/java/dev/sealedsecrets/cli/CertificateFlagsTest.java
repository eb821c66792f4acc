package dev.sealedsecrets.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sealedsecrets.client.fixtures.Folder;
import dev.sealedsecrets.client.fixtures.TestKey;
import dev.sealedsecrets.crypto.GeneratedSealingKey;
import dev.sealedsecrets.crypto.KeySpec;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFlagsTest {
    private static final String SECRET = "{metadata: {name: a, namespace: ns}, stringData: {k: v}}";

    @TempDir
    Path temporary;

    private Folder folder;

    @BeforeEach
    void files() throws Exception {
        folder = new Folder(temporary);
        folder.write("cert.pem", TestKey.MAIN.certificatePem());
    }

    private Run.Result run(String... arguments) {
        return new Run(folder).stdin(SECRET).with(arguments);
    }

    private static String fingerprint(TestKey key) {
        return key.key().key().fingerprint().text();
    }

    @Test
    void thePinnedKeyIsTaken() {
        Run.Result result = run("--cert", "cert.pem", "--cert-fingerprint", fingerprint(TestKey.MAIN));

        assertThat(result.stderr()).isEmpty();
        assertThat(result.stdout()).contains("encryptedData");
    }

    @Test
    void anyOtherKeyIsRefusedAlsoWhenTheCertificateIsOnlyFetched() {
        for (String flag : new String[] {"--raw=false", "--fetch-cert"}) {
            Run.Result result = run("--cert", "cert.pem", flag, "--cert-fingerprint", fingerprint(TestKey.OTHER));

            assertThat(result.status()).isEqualTo(1);
            assertThat(result.stdout()).isEmpty();
            assertThat(result.stderr())
                    .contains("the certificate is for the key " + fingerprint(TestKey.MAIN) + ", not for the pinned "
                            + fingerprint(TestKey.OTHER));
        }
    }

    @Test
    void aPinThatIsNoFingerprintIsNamed() {
        assertThat(run("--cert", "cert.pem", "--cert-fingerprint", "SHA256:x").stderr())
                .contains("--cert-fingerprint: \"SHA256:x\" is not SHA256: and 43 characters of base64");
    }

    @Test
    void anExpiredCertificateSealsOnlyWhenThatIsAllowed() throws Exception {
        Clock past = Clock.fixed(TestKey.NOW.minus(Duration.ofDays(100)), ZoneOffset.UTC);
        GeneratedSealingKey old =
                GeneratedSealingKey.generate(new KeySpec(2048, Duration.ofDays(1), ""), past, new SecureRandom());
        folder.write("old.pem", old.certificatePem());

        assertThat(run("--cert", "old.pem").stderr()).contains("failed to encrypt using an expired certificate");
        Run.Result allowed = run("--cert", "old.pem", "--allow-expired-cert");
        assertThat(allowed.stderr()).isEmpty();
        assertThat(allowed.stdout()).contains("encryptedData");
    }

    @Test
    void authoritiesAreForHttpsOnly() {
        assertThat(run("--cert", "cert.pem", "--cert-ca", "ca.pem").stderr())
                .contains("--cert-ca needs --cert with an https:// URL");
    }

    @Test
    void authoritiesThatCannotBeReadAreNamed() {
        Run.Result result = run("--cert", "https://127.0.0.1:1/cert.pem", "--cert-ca", "ca.pem");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.stderr()).contains("ca.pem");
    }
}
