package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealingCertificateTest {
    private static final SealingCertificate PLAIN = Vectors.certificate("certforms/plain.pem");

    @Test
    void isValidUpToItsLastSecond() {
        Instant last = Instant.parse("2120-03-04T05:06:07Z");

        assertThat(PLAIN.notAfter()).isEqualTo(last);
        assertThat(PLAIN.isExpired(last)).isFalse();
        assertThat(PLAIN.isExpired(last.plusNanos(1))).isTrue();
    }

    @Test
    void startOfValidityIsNotLookedAt() {
        SealingCertificate future = Vectors.certificate("certforms/not-yet-valid.pem");

        assertThat(future.isExpired(Instant.parse("2020-01-01T00:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2001-03-04T05:06:07Z, 'March 4, 2001'",
        "2024-12-31T23:59:59Z, 'December 31, 2024'",
        "0999-01-01T00:00:00Z, 'January 1, 999'"
    })
    void namesTheDayItExpired(Instant notAfter, String day) throws Exception {
        SealingCertificate certificate = CertificateReader.read(
                new CertificateFixture().notAfter(notAfter).build());

        assertThat(certificate.expiredMessage()).isEqualTo("failed to encrypt using an expired certificate on " + day);
    }

    @Test
    void writesItselfAlone() throws Exception {
        String two = Vectors.text("certforms/two.pem");

        String pem = SealingCertificate.parse(two).toPem();

        assertThat(two).startsWith(pem);
        assertThat(SealingCertificate.parseAll(pem)).hasSize(1);
    }

    @Test
    void certificateWithAnotherKeyLoadsButHasNothingToSealWith() throws Exception {
        SealingCertificate ec =
                SealingCertificate.parseAll(Vectors.text("certforms/ec.pem")).get(0);

        assertThat(ec.hasRsaKey()).isFalse();
        assertThatThrownBy(ec::publicKey)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("expected RSA public key but found an EC key");
        assertThatThrownBy(ec::fingerprint).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void textOfTheLongestLengthIsReadAndALongerOneIsNot() throws Exception {
        String pem = PLAIN.toPem();
        String longest = " ".repeat((1 << 20) - pem.length() - 1) + "\n" + pem;

        assertThat(SealingCertificate.parse(longest).fingerprint()).isEqualTo(PLAIN.fingerprint());
        assertThatThrownBy(() -> SealingCertificate.parse(" " + longest))
                .isInstanceOf(CertificateFormatException.class)
                .hasMessage("data does not contain any valid RSA or ECDSA certificates");
    }
}
