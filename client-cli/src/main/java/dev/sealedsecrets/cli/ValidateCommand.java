package dev.sealedsecrets.cli;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.InputObjects;
import dev.sealedsecrets.client.Validation;
import dev.sealedsecrets.client.cluster.ApiServer;
import dev.sealedsecrets.client.cluster.ClusterAccess;
import dev.sealedsecrets.client.cluster.ControllerAddress;
import dev.sealedsecrets.client.cluster.ControllerClient;
import dev.sealedsecrets.resource.SealedSecret;
import java.util.List;

/** {@code --validate}: whether the controller can open every SealedSecret of the input; prints nothing. */
record ValidateCommand(ClusterAccess cluster, ControllerAddress controller, Input input) implements Command {

    @Override
    public void run() throws ClientException {
        List<SealedSecret> objects =
                InputObjects.read(input.readObjects(), input.name()).sealedSecrets();
        try (ApiServer server = cluster.connect()) {
            new Validation(new ControllerClient(server, controller)).require(objects);
        }
    }
}
