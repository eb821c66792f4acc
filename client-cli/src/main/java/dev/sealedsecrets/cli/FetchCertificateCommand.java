package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.CertificateRules;
import dev.sealedsecrets.client.CertificateSource;
import dev.sealedsecrets.client.ClientException;

/** {@code --fetch-cert}: the certificate as its source has it; one that is pinned is checked first. */
record FetchCertificateCommand(CertificateSource source, CertificateRules rules, Output output) implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        output.write(source.fetch().verbatim(rules));
    }
}
