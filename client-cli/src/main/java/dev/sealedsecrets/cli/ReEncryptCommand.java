package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.InputObjects;
import dev.sealedsecrets.client.OutputFormat;
import dev.sealedsecrets.client.ReEncryption;
import dev.sealedsecrets.client.cluster.ApiServer;
import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ControllerAddress;
import dev.sealedsecrets.client.cluster.ControllerClient;
import dev.sealedsecrets.resource.SealedSecret;
import java.util.List;

/** {@code --re-encrypt}: every SealedSecret of the input as the controller seals it with its newest key. */
record ReEncryptCommand(
        ClusterAccess cluster, ControllerAddress controller, Input input, Output output, OutputFormat format)
        implements Command {

    @Override
    public void run() throws CommandException, ClientException {
        List<SealedSecret> objects =
                InputObjects.read(input.readObjects(), input.name()).sealedSecrets();
        try (ApiServer server = cluster.connect()) {
            List<SealedSecret> renewed = new ReEncryption(new ControllerClient(server, controller)).reEncrypt(objects);
            output.write(format.writeSealedSecrets(renewed));
        }
    }
}
