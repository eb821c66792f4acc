package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.InputObjects;
import dev.sealedsecrets.client.NamespaceRule;
import dev.sealedsecrets.client.OutputFormat;
import dev.sealedsecrets.client.SealingOptions;
import dev.sealedsecrets.client.SecretSealing;
import dev.sealedsecrets.crypto.SealingCertificate;
import java.security.SecureRandom;

/** Without a command flag: every Secret of the input becomes a SealedSecret. */
record SealCommand(
        SecureRandom random,
        SealingCertificates certificates,
        Input input,
        Output output,
        SealingOptions options,
        NamespaceRule namespaces,
        OutputFormat format)
        implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        SealingCertificate certificate = certificates.get();
        InputObjects objects = InputObjects.read(input.readObjects(), input.name());
        SecretSealing sealing = new SecretSealing(random, certificate, options, namespaces);
        output.write(format.writeSealedSecrets(sealing.seal(objects.secrets())));
    }
}
