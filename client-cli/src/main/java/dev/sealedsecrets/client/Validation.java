package dev.sealedsecrets.client;

import dev.sealedsecrets.client.cluster.ControllerClient;
import dev.sealedsecrets.resource.ObjectWriter;
import dev.sealedsecrets.resource.SealedSecret;
import java.util.List;

/** Asks the controller whether it can open SealedSecrets. */
public final class Validation {

    private final ControllerClient controller;

    /** Asks this controller. */
    public Validation(ControllerClient controller) {
        this.controller = controller;
    }

    /**
     * Asks for each object in turn and stops at the first that does not open.
     *
     * @throws ClientException starting with {@code unable to decrypt} for that one; callers take these words for a verdict
     */
    public void require(List<SealedSecret> objects) throws ClientException {
        for (SealedSecret object : objects) {
            if (!controller.canOpen(ObjectWriter.toCompactJson(object))) {
                throw new ClientException(
                        "unable to decrypt sealed secret: " + object.metadata().name());
            }
        }
    }
}
