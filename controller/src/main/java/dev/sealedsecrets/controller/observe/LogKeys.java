package dev.sealedsecrets.controller.observe;

/** Keys of the key/value pairs in log lines. Log queries name them, so they are interface. */
public final class LogKeys {
    /** {@code NAMESPACE/NAME} of the SealedSecret that a line is about. */
    public static final String KEY = "key";
    /** {@code NAMESPACE/NAME} of a SealedSecret, in the lines that the original writes with this key. */
    public static final String SEALED_SECRET = "sealed-secret";
    /** Name of the Secret that holds a sealing key, in the line for a loaded key. */
    public static final String SECRET_NAME = "secretname";
    /** Name of the Secret that holds a sealing key, in the line for a key that cannot be read. */
    public static final String SECRET = "secret";
    /** Namespace of a new sealing key, or a namespace that is not there. */
    public static final String NAMESPACE = "namespace";
    /** Name of a new sealing key. */
    public static final String NAME = "name";
    /** Certificate in PEM form. */
    public static final String CERTIFICATE = "certificate";
    /** Version of this program. */
    public static final String VERSION = "version";
    /** Address that a server listens on, as given by the flag. */
    public static final String ADDR = "addr";
    /** Why something failed: a text without values of Secrets. */
    public static final String ERROR = "error";
    /** Name of an environment variable; never its value. */
    public static final String VARIABLE = "variable";
    /** What does the private key operations. */
    public static final String ENGINE = "engine";
    /** Name of a replica in the election of the leader. */
    public static final String IDENTITY = "identity";

    private LogKeys() {}
}
