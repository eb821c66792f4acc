package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.ClientException;
import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Tree;
import java.util.List;

/** The port of a Service that the controller listens on: its first one. */
final class ServicePort {

    private ServicePort() {}

    /** The name of the port, which may be empty. */
    static String nameOf(HttpAnswer service, ControllerAddress controller) throws ClientException {
        String where = "service \"" + controller.name() + "\" in namespace \"" + controller.namespace() + "\"";
        try {
            List<Tree> ports = JsonAnswer.fields(service).mapping("spec").items("ports");
            if (ports.isEmpty()) {
                throw new ClientException(where + " has no ports");
            }
            return Fields.of("spec.ports", ports.get(0)).text("name");
        } catch (DocumentException | Fields.WrongShape e) {
            throw new ClientException("cannot read the ports of " + where + ": " + e.getMessage());
        }
    }
}
