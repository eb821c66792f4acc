package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.resource.SealedSecret;

/**
 * What an event says.
 *
 * @param uid of the SealedSecret that it is about
 * @param resourceVersion of the SealedSecret
 */
record Notice(ObjectKey key, String uid, String resourceVersion, EventReason reason, String message) {
    private static final int LONGEST_MESSAGE = 8_192;

    /** Cuts messages that are too long for an event. */
    Notice {
        message = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    /** Whether another notice is the same but for the moment. */
    boolean isLike(Notice other) {
        return uid.equals(other.uid) && reason == other.reason && message.equals(other.message);
    }

    /** The log line of the event, in the form of the original. */
    String logLine() {
        return "Event(v1.ObjectReference{Kind:\"" + SealedSecret.KIND + "\", Namespace:\"" + key.namespace()
                + "\", Name:\"" + key.name() + "\", UID:\"" + uid + "\", APIVersion:\"" + SealedSecret.API_VERSION
                + "\", ResourceVersion:\"" + resourceVersion + "\", FieldPath:\"\"}): type: '" + reason.type()
                + "' reason: '" + reason.text() + "' " + message;
    }
}
