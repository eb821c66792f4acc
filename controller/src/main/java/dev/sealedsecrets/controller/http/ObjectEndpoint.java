package dev.sealedsecrets.controller.http;

import dev.sealedsecrets.controller.observe.LogKeys;
import dev.sealedsecrets.resource.SealedSecret;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An endpoint that is asked about one SealedSecret: reads it, within the bounds of all such requests, and refuses what is none. */
final class ObjectEndpoint implements Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectEndpoint.class);

    private final Admission admission;
    private final BodyReader bodies;
    private final String failureMessage;
    private final Function<SealedSecret, Answer> answerTo;

    /**
     * @param failureMessage what is logged when a body is refused
     * @param answerTo the answer to a request with this object
     */
    ObjectEndpoint(
            Admission admission, BodyReader bodies, String failureMessage, Function<SealedSecret, Answer> answerTo) {
        this.admission = admission;
        this.bodies = bodies;
        this.failureMessage = failureMessage;
        this.answerTo = answerTo;
    }

    @Override
    public void answer(Context context) {
        try (Admission.Pass pass = admission.enter()) {
            Answer answer;
            try (RequestBody body = read(context)) {
                answer = pass.compute(() -> answerTo.apply(PostedSealedSecret.read(body.bytes())));
            }
            answer.writeTo(context);
        } catch (RefusedRequestException refused) {
            LOG.atError()
                    .setMessage(failureMessage)
                    .addKeyValue(LogKeys.ERROR, refused.reason())
                    .log();
            Answer.error(refused.status(), refused.text()).writeTo(context);
        }
    }

    private RequestBody read(Context context) throws RefusedRequestException {
        try {
            return bodies.read(context.req().getInputStream(), context.req().getContentLengthLong());
        } catch (IOException e) {
            throw RefusedRequestException.unreadable();
        }
    }
}
