package dev.sealedsecrets.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sealedsecrets.client.fixtures.TestTls;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIdentityTest {

    @ParameterizedTest
    @CsvSource({
        "client-rsa.crt, client-rsa-pkcs1.key",
        "client-rsa.crt, client-rsa-pkcs8.key",
        "client-ec.crt, client-ec-sec1.key",
        "client-ec.crt, client-ec-pkcs8.key",
    })
    void readsEveryFormOfAKey(String certificate, String key) throws GeneralSecurityException {
        ClientIdentity identity = ClientIdentity.parse(TestTls.bytes(certificate), TestTls.bytes(key));

        assertThat(identity.keyManagers()).hasSize(1);
    }

    @Test
    void theFormsOfAKeyAreTheSameKey() throws GeneralSecurityException {
        ECPrivateKey sec1 = (ECPrivateKey) ClientKey.parse(TestTls.text("client-ec-sec1.key"));
        ECPrivateKey pkcs8 = (ECPrivateKey) ClientKey.parse(TestTls.text("client-ec-pkcs8.key"));
        assertThat(sec1.getS()).isEqualTo(pkcs8.getS());
        assertThat(ClientKey.parse(TestTls.text("client-rsa-pkcs1.key")))
                .isEqualTo(ClientKey.parse(TestTls.text("client-rsa-pkcs8.key")));
    }

    @Test
    void anEncryptedKeyIsSaidToBeOne() {
        assertThatThrownBy(() -> ClientKey.parse(TestTls.text("client-ec-encrypted.key")))
                .hasMessage("the private key is encrypted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMAMCAQE=\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nMIQ/////\n-----END EC PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\n\n-----END EC PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nMAMCAQE=\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----",
            })
    void refusesWhatIsNoKey(String pem) {
        assertThatThrownBy(() -> ClientKey.parse(pem)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void refusesATextWithoutCertificate() {
        byte[] nothing = "hello".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ClientIdentity.parse(nothing, TestTls.bytes("client-ec-sec1.key")))
                .isInstanceOf(GeneralSecurityException.class);
    }
}
