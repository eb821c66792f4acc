package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.CertificateSource;
import dev.sealedsecrets.client.ClientException;

/** {@code --fetch-cert}: the certificate as its source has it. */
record FetchCertificateCommand(CertificateSource source, Output output) implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        output.write(source.fetch().verbatim());
    }
}
