package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.resource.Document;
import dev.sealedsecrets.resource.DocumentException;
import dev.sealedsecrets.resource.Documents;
import dev.sealedsecrets.resource.Limits;
import java.util.List;

/** Objects of the API in the body of an answer. */
final class JsonAnswer {

    private JsonAnswer() {}

    /** The fields of the object; none for an empty body. */
    static Fields fields(HttpAnswer answer) throws DocumentException, Fields.WrongShape {
        List<Document> documents = Documents.read(answer.body(), "answer", Limits.DEFAULT);
        return Fields.of("", documents.isEmpty() ? null : documents.get(0).tree());
    }
}
