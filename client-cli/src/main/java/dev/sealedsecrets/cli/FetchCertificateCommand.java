package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.CertificateRules;
import dev.sealedsecrets.client.CertificateSource;
import dev.sealedsecrets.client.CertificateText;
import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.crypto.SealingCertificate;
import java.time.Clock;

/** {@code --fetch-cert}: the certificate as its source has it; one that is pinned is checked first. */
record FetchCertificateCommand(CertificateSource source, CertificateRules rules, Clock clock, Output output)
        implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        CertificateText text = source.fetch();
        if (rules.pinned() != null) {
            SealingCertificate unused = text.forSealing(clock.instant(), new CertificateRules(rules.pinned(), true));
        }
        output.write(text.verbatim());
    }
}
