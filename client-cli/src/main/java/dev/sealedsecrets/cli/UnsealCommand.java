package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.GoTemplates;
import dev.sealedsecrets.client.InputFile;
import dev.sealedsecrets.client.InputObjects;
import dev.sealedsecrets.client.OutputFormat;
import dev.sealedsecrets.client.Recovery;
import dev.sealedsecrets.client.RecoveryKeys;
import java.util.List;

/**
 * {@code --recovery-unseal}: Secrets from SealedSecrets, with key files and without a cluster.
 *
 * @param keyFiles names of the key files
 */
record UnsealCommand(
        CommandEnvironment environment, List<String> keyFiles, Input input, Output output, OutputFormat format)
        implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        RecoveryKeys keys = new RecoveryKeys();
        for (String file : keyFiles) {
            keys.add(InputFile.read(FileNames.resolve(environment, file), file), file);
        }
        InputObjects objects = InputObjects.read(input.readObjects(), input.name());
        Recovery recovery = new Recovery(keys.ring(), new GoTemplates());
        output.write(format.writeSecrets(recovery.unseal(objects.sealedSecretsExactly())));
    }
}
