package dev.sealedsecrets.controller.observe;

/** Log messages with stable texts: those of the original that log queries and alerts match. */
public final class LogMessages {
    /** First line of the program; carries {@link LogKeys#VERSION}. */
    public static final String STARTING = "Starting sealed-secrets controller";
    /** Before the key Secrets are listed. */
    public static final String SEARCHING_KEYS = "Searching for existing private keys";
    /** A sealing key is in use; carries {@link LogKeys#SECRET_NAME}. */
    public static final String KEY_REGISTERED = "registered private key";
    /** A key Secret was created; carries {@link LogKeys#NAMESPACE} and {@link LogKeys#NAME}. */
    public static final String KEY_WRITTEN = "New key written";
    /** The certificate of a new key; carries {@link LogKeys#CERTIFICATE}. */
    public static final String CERTIFICATE_GENERATED = "Certificate generated";
    /** A renewal or a requested key failed; carries {@link LogKeys#ERROR}. */
    public static final String KEY_GENERATION_FAILED = "Failed to generate new key";
    /** A key Secret that holds no usable key; carries {@link LogKeys#SECRET} and {@link LogKeys#ERROR}. */
    public static final String KEY_UNREADABLE = "Error reading key";
    /** The value of {@code --key-order-priority} is unknown; once per key. */
    public static final String KEY_ORDER_INVALID =
            "Invalid keyOrderPriority. Use CertNotBefore or SecretCreationTimestamp";
    /** A listed namespace is missing; carries {@link LogKeys#NAMESPACE}. */
    public static final String NAMESPACE_MISSING = "namespace doesn't exist";
    /** The public endpoints accept connections; carries {@link LogKeys#ADDR}. */
    public static final String HTTP_SERVING = "HTTP server serving";
    /** The metrics endpoints accept connections; carries {@link LogKeys#ADDR}. */
    public static final String METRICS_SERVING = "HTTP metrics server serving";
    /** A pass over one SealedSecret starts; carries {@link LogKeys#KEY}. */
    public static final String UPDATING = "Updating";
    /** A pass failed and comes again; carries {@link LogKeys#KEY} and {@link LogKeys#ERROR}. */
    public static final String UPDATE_RETRY = "Error updating, will retry";
    /** Workloads that use a Secret could not be restarted; carries {@link LogKeys#KEY} and {@link LogKeys#ERROR}. */
    public static final String RESTART_RETRY = "Error restarting workloads, will retry";
    /** A pass failed and nothing more is tried until something changes; carries {@link LogKeys#KEY} and {@link LogKeys#ERROR}. */
    public static final String UPDATE_GAVE_UP = "Error updating, giving up";
    /** The status could not be written; carries {@link LogKeys#SEALED_SECRET} and {@link LogKeys#ERROR}. */
    public static final String STATUS_FAILED = "Error updating SealedSecret status";
    /** {@code --old-gc-behavior} deletes a Secret; carries {@link LogKeys#SEALED_SECRET}. */
    public static final String SECRET_DELETED = "SealedSecret has gone, deleting Secret";
    /** The template names another object than the SealedSecret. */
    public static final String METADATA_MISMATCH =
            "Sealed Secret metadata doesn't match. Please align your Sealed Secret metadata";
    /** {@code /v1/verify} refused a body; carries {@link LogKeys#ERROR}. */
    public static final String VERIFY_FAILED = "Error validating secret";
    /** {@code /v1/rotate} refused a body; carries {@link LogKeys#ERROR}. */
    public static final String ROTATE_FAILED = "Error rotating secret";
    /** Start; carries {@link LogKeys#ENGINE}. */
    public static final String RSA_ENGINE = "RSA engine";
    /** This replica reconciles and makes keys from now on; carries {@link LogKeys#IDENTITY}. */
    public static final String LEADING = "Leading";
    /** This replica serves, but neither reconciles nor makes keys; carries {@link LogKeys#IDENTITY}. */
    public static final String FOLLOWING = "Not leading any more";
    /** {@code --leader-elect} without rights on leases. */
    public static final String NO_ELECTION =
            "No rights on leases: there is no election, and this replica works as the only one. Do not run several";
    /** A key was asked for, or an attempt to make one failed, and this replica does not lead (any more). */
    public static final String NOT_LEADING = "No key was made: another replica leads";

    private LogMessages() {}
}
