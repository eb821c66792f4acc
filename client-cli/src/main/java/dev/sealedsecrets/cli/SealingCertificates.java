package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.CertificateRules;
import dev.sealedsecrets.client.CertificateSource;
import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.crypto.SealingCertificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Gets the certificate to seal with, and warns of one that ends soon. */
record SealingCertificates(CertificateSource source, CertificateRules rules, Clock clock, Notices notices) {

    private static final Duration SOON = Duration.ofDays(30);

    SealingCertificate get() throws ClientException {
        Instant now = clock.instant();
        SealingCertificate certificate = source.fetch().forSealing(now, rules);
        if (certificate.isExpired(now.plus(SOON))) {
            LocalDate day = LocalDate.ofInstant(certificate.notAfter(), ZoneOffset.UTC);
            notices.warning("the certificate to seal with " + (certificate.isExpired(now) ? "expired" : "expires")
                    + " on " + day);
        }
        return certificate;
    }
}
