package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.ObjectKey;
import dev.sealedsecrets.controller.cluster.OutageLog;
import dev.sealedsecrets.controller.cluster.Workload;
import dev.sealedsecrets.controller.cluster.WorkloadApi;
import dev.sealedsecrets.resource.Annotations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts the workloads that ask for it with the annotation {@link Annotations#RESTART_ON_CHANGE} when the values of a Secret that
 * they use have changed. Thread-safe.
 *
 * <p>A workload is restarted by an annotation of its Pod template, whose value is the keyed tag of the values: setting it again does
 * nothing, so an attempt that was broken off is repeated without harm, and nobody learns anything from it without the sealing key.
 */
final class WorkloadRestarts {
    private static final Logger LOG = LoggerFactory.getLogger(WorkloadRestarts.class);
    private static final String ALL = "true";
    /** Followed by the name of the Secret. */
    private static final String MARK = "secret.sealedsecrets.bitnami.com/";

    private static final int LONGEST_NAME = 63;
    private static final int KEPT_OF_LONG_NAMES = 46;
    private static final int HASH_CHARACTERS = 16;

    private final WorkloadApi workloads;
    private final OutageLog refusals = new OutageLog(LOG, "Cannot restart workloads");

    WorkloadRestarts(WorkloadApi workloads) {
        this.workloads = workloads;
    }

    /**
     * Restarts what uses a Secret and asks for it. What the API server refuses is left as it is, with a line in the log.
     *
     * @param tag of the Secret's values
     * @param restarted told of each workload right after its restart, so that what came before a failure is known too
     * @throws ApiFailure if it is worth another attempt
     */
    void restart(ObjectKey secret, String tag, Consumer<Workload> restarted) throws ApiFailure {
        try {
            for (Workload workload : workloads.list(secret.namespace())) {
                if (asksFor(workload, secret.name())
                        && !tag.equals(workload.podAnnotations().get(mark(secret.name())))
                        && isMarked(workload, secret.name(), tag)) {
                    restarted.accept(workload);
                }
            }
        } catch (ApiFailure e) {
            if (e.kind() != ApiFailure.Kind.FORBIDDEN) {
                throw e;
            }
            refusals.failed(e.text());
        }
    }

    private boolean isMarked(Workload workload, String secret, String tag) throws ApiFailure {
        try {
            workloads.annotatePods(workload, mark(secret), tag);
            refusals.worked();
            return true;
        } catch (ApiFailure e) {
            if (e.kind() == ApiFailure.Kind.UNAVAILABLE || e.kind() == ApiFailure.Kind.CONFLICT) {
                throw e;
            }
            refusals.failed(workload.key() + ": " + e.text());
            return false;
        }
    }

    private static boolean asksFor(Workload workload, String secret) {
        String wish = workload.annotations().getOrDefault(Annotations.RESTART_ON_CHANGE, "");
        return wish.strip().equals(ALL)
                ? workload.secrets().contains(secret)
                : Arrays.stream(wish.split(",", -1)).map(String::strip).anyMatch(secret::equals);
    }

    /** The annotation for a Secret. A name that is too long for one is cut and told apart by its hash. */
    static String mark(String secret) {
        if (secret.length() <= LONGEST_NAME) {
            return MARK + secret;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return MARK + secret.substring(0, KEPT_OF_LONG_NAMES) + "-"
                    + HexFormat.of().formatHex(hash).substring(0, HASH_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
