package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.FileReplacement;
import dev.sealedsecrets.client.InputFile;
import dev.sealedsecrets.client.InputObjects;
import dev.sealedsecrets.client.Merging;
import dev.sealedsecrets.client.NamespaceRule;
import dev.sealedsecrets.client.OutputFormat;
import dev.sealedsecrets.client.SealingOptions;
import dev.sealedsecrets.crypto.SealingCertificate;
import dev.sealedsecrets.resource.SealedSecret;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code --merge-into}: the items of the input enter an existing SealedSecret file.
 *
 * @param file the SealedSecret
 */
record MergeCommand(
        CommandEnvironment environment,
        SealingCertificates certificates,
        Input input,
        String file,
        SealingOptions options,
        NamespaceRule namespaces,
        OutputFormat format)
        implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        SealingCertificate certificate = certificates.get();
        Path path = FileNames.resolve(environment, file);
        SealedSecret target =
                InputObjects.read(InputFile.read(path, file), file).onlySealedSecretExactly();
        Merging merging = new Merging(environment.random(), certificate, options, namespaces);
        SealedSecret merged = merging.merge(
                target, InputObjects.read(input.readObjects(), input.name()).secrets());
        FileReplacement.keepingAttributes(path, file).write(format.writeSealedSecrets(List.of(merged)));
    }
}
