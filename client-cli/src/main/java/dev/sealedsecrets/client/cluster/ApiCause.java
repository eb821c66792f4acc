package dev.sealedsecrets.client.cluster;

import dev.sealedsecrets.client.http.HttpAnswer;
import dev.sealedsecrets.resource.DocumentException;

/** Why a request was refused, in one line: the message of the API's Status, or words for the status code. */
final class ApiCause {

    private static final int MAX_QUOTED = 200;

    private ApiCause() {}

    /**
     * The cause of an answer that is no success.
     *
     * @param request what was asked for, such as {@code get services x}
     */
    static String of(HttpAnswer answer, String request) {
        String message = statusMessage(answer);
        if (!message.isEmpty()) {
            return oneLine(message);
        }
        return switch (answer.status()) {
            case 401 -> "Unauthorized";
            case 404 -> "the server could not find the requested resource (" + request + ")";
            case 429 ->
                "the server has received too many requests and has asked us to try again later (" + request + ")";
            default ->
                "an error on the server (\"" + quoted(answer) + "\") has prevented the request from succeeding ("
                        + request + ")";
        };
    }

    private static String statusMessage(HttpAnswer answer) {
        try {
            Fields fields = JsonAnswer.fields(answer);
            return fields.text("kind").equals("Status") ? fields.text("message") : "";
        } catch (DocumentException | Fields.WrongShape e) {
            return "";
        }
    }

    private static String quoted(HttpAnswer answer) {
        String body = oneLine(answer.text().strip());
        if (body.isEmpty()) {
            return answer.toString();
        }
        return body.length() <= MAX_QUOTED ? body : body.substring(0, MAX_QUOTED) + "…";
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(c < 0x20 || c == 0x7f ? ' ' : (char) c));
        return line.toString();
    }
}
