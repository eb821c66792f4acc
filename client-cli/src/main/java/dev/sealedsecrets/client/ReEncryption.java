package dev.sealedsecrets.client;

import dev.sealedsecrets.client.cluster.ControllerClient;
import dev.sealedsecrets.resource.DecodeException;
import dev.sealedsecrets.resource.Decoding;
import dev.sealedsecrets.resource.Document;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Documents;
import dev.sealedsecrets.resource.Limits;
import dev.sealedsecrets.resource.ObjectWriter;
import dev.sealedsecrets.resource.SealedSecret;
import java.util.ArrayList;
import java.util.List;

/** Lets the controller seal the items of SealedSecrets again with its newest key; no value leaves the cluster. */
public final class ReEncryption {

    private final ControllerClient controller;

    /** Asks this controller. */
    public ReEncryption(ControllerClient controller) {
        this.controller = controller;
    }

    /** The objects as the controller gives them back, without generation and times of creation and deletion; all or none. */
    public List<SealedSecret> reEncrypt(List<SealedSecret> objects) throws ClientException {
        List<SealedSecret> renewed = new ArrayList<>(objects.size());
        for (SealedSecret object : objects) {
            SealedSecret answer = decode(controller.reEncrypt(ObjectWriter.toCompactJson(object)));
            renewed.add(answer.withMetadata(answer.metadata().withoutTimes()));
        }
        return renewed;
    }

    private static SealedSecret decode(byte[] answer) throws ClientException {
        try {
            List<Document> documents = Documents.read(answer, "answer of the controller", Limits.DEFAULT);
            if (documents.size() != 1) {
                throw new ClientException("cannot re-encrypt secret: the answer is not one SealedSecret");
            }
            return SealedSecret.decode(documents.get(0).tree(), Decoding.LENIENT);
        } catch (DocumentException | DecodeException e) {
            throw new ClientException("cannot re-encrypt secret: the answer is no SealedSecret: " + e.getMessage());
        }
    }
}
