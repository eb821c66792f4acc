package dev.sealedsecrets.controller;

import dev.sealedsecrets.template.limit.TemplateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The flags of the controller (compatibility contract, section 1). Deployments name them, so they are interface. */
final class Flags {
    private static final TemplateLimits TEMPLATES = TemplateLimits.defaults();

    static final Flag<Boolean> ACCEPT_DEPRECATED_V1_DATA =
            bool("accept-deprecated-v1-data", true, "Accept SealedSecrets that hold a whole Secret in spec.data.");
    static final Flag<String> ADDITIONAL_NAMESPACES = string(
            "additional-namespaces",
            "",
            "Comma-separated namespaces to watch beside the controller's own, and no others.");
    static final Flag<Boolean> ALL_NAMESPACES =
            bool("all-namespaces", true, "Watch all namespaces; false: the controller's own only.");
    static final Flag<String> DRIFT = string(
            "drift",
            "heal",
            "What an edit of an owned Secret causes: heal restores it, detect reports it, off neither.");
    static final Flag<String> KEY_CUTOFF_TIME = string(
            "key-cutoff-time",
            "",
            "Make a new key at start if the newest is older than this time, such as \"Mon, 02 Jan 2006 15:04:05 -0700\".");
    static final Flag<String> KEY_ORDER_PRIORITY = string(
            "key-order-priority",
            "CertNotBefore",
            "What makes a key the newest: CertNotBefore or SecretCreationTimestamp.");
    static final Flag<String> KEY_PREFIX =
            string("key-prefix", "sealed-secrets-key", "Prefix of the names of key Secrets.");
    static final Flag<Duration> KEY_RENEW_PERIOD =
            duration("key-renew-period", Duration.ofDays(30), "Time between new keys; 0: no automatic renewal.");
    static final Flag<Integer> KEY_SIZE = integer("key-size", 4096, "Bits of new RSA keys.");
    static final Flag<Duration> KEY_TTL =
            duration("key-ttl", Duration.ofDays(3650), "Validity of the certificates of new keys.");
    static final Flag<Integer> KUBECLIENT_BURST =
            integer("kubeclient-burst", 0, "Requests to the API server at once, when their rate is limited.");
    static final Flag<Double> KUBECLIENT_QPS = new Flag<>(
            "kubeclient-qps", FlagKind.FLOAT, 0.0, "Requests to the API server per second; 0 or less: no limit.");
    static final Flag<String> LABEL_SELECTOR =
            string("label-selector", "", "Only SealedSecrets with these labels are watched.");
    static final Flag<Boolean> LEADER_ELECT =
            bool("leader-elect", false, "Let a Lease decide which of several replicas reconciles and makes keys.");
    static final Flag<Duration> LEADER_ELECT_LEASE_DURATION = duration(
            "leader-elect-lease-duration", Duration.ofSeconds(15), "Time after which a silent leader is replaced.");
    static final Flag<Duration> LEADER_ELECT_RENEW_DEADLINE = duration(
            "leader-elect-renew-deadline",
            Duration.ofSeconds(10),
            "Time after its last renewal for which the leader writes.");
    static final Flag<Duration> LEADER_ELECT_RETRY_PERIOD =
            duration("leader-elect-retry-period", Duration.ofSeconds(2), "Time between looks at the Lease.");
    static final Flag<String> LISTEN_ADDR = string("listen-addr", ":8080", "Address of the HTTP server.");
    static final Flag<String> LISTEN_METRICS_ADDR =
            string("listen-metrics-addr", ":8081", "Address of the HTTP server of metrics and readiness.");
    static final Flag<String> LOG_FORMAT = string("log-format", "text", "Form of log lines: text or json.");
    static final Flag<Boolean> LOG_INFO_STDOUT = bool(
            "log-info-stdout", true, "Log INFO and below to standard output; false: everything to standard error.");
    static final Flag<String> LOG_LEVEL = string("log-level", "INFO", "Least level to log: DEBUG, INFO, WARN, ERROR.");
    static final Flag<Integer> MAX_UNSEAL_RETRIES =
            integer("max-unseal-retries", 5, "Retries of a SealedSecret that cannot be unsealed.");
    static final Flag<Boolean> METRICS_OMIT_SECRET_LABELS =
            bool("metrics-omit-secret-labels", false, "No metrics that name SealedSecrets.");
    static final Flag<String> MY_CN = string("my-cn", "", "Common name in the certificates of new keys.");
    static final Flag<Boolean> OLD_GC_BEHAVIOR = bool(
            "old-gc-behavior",
            false,
            "Delete the Secret of a deleted SealedSecret instead of leaving that to its owner reference.");
    static final Flag<String> PRIVATEKEY_ANNOTATIONS =
            string("privatekey-annotations", "", "Comma-separated key=value annotations of new key Secrets.");
    static final Flag<String> PRIVATEKEY_LABELS =
            string("privatekey-labels", "", "Comma-separated key=value labels of new key Secrets.");
    static final Flag<Integer> RATE_LIMIT = integer("rate-limit", 2, "Verifications per second and client.");
    static final Flag<Integer> RATE_LIMIT_BURST =
            integer("rate-limit-burst", 2, "Verifications at once and client, above the first.");
    static final Flag<Duration> READ_TIMEOUT =
            duration("read-timeout", Duration.ofMinutes(2), "Time for an HTTP request to arrive; 0: any.");
    static final Flag<Boolean> RESTART_WORKLOADS = bool(
            "restart-workloads",
            false,
            "Restart workloads with the annotation sealedsecrets.bitnami.com/restart-on-change when a Secret's values change.");
    static final Flag<String> SERVICE_NAME = string(
            "service-name",
            "sealed-secrets-controller",
            "Name of the controller's Service: the certificate is published in the ConfigMap NAME-cert, if rights allow.");
    static final Flag<Boolean> SKIP_RECREATE =
            bool("skip-recreate", false, "Do not watch Secrets: deleted and edited ones stay as they are.");
    static final Flag<Integer> TEMPLATE_MAX_DEPTH =
            integer("template-max-depth", TEMPLATES.depth(), "Template calls inside each other, for an entry.");
    static final Flag<Integer> TEMPLATE_MAX_KEYS = integer(
            "template-max-keys",
            TEMPLATES.keys(),
            "Keys and password hashes that the templates of a SealedSecret may make.");
    static final Flag<Integer> TEMPLATE_MAX_OUTPUT = integer(
            "template-max-output", (int) TEMPLATES.output(), "Bytes that the templates of a SealedSecret may write.");
    static final Flag<Integer> TEMPLATE_MAX_REGEX =
            integer("template-max-regex", (int) TEMPLATES.regex(), "Work for the regular expressions of an entry.");
    static final Flag<Integer> TEMPLATE_MAX_STEPS =
            integer("template-max-steps", (int) TEMPLATES.steps(), "Steps of the template of an entry.");
    static final Flag<Duration> TEMPLATE_MAX_TIME = duration(
            "template-max-time", TEMPLATES.time(), "Time for the templates of a SealedSecret, the last resort.");
    static final Flag<Boolean> UPDATE_STATUS = bool("update-status", true, "Write the status of SealedSecrets.");
    static final Flag<Boolean> VERSION = bool("version", false, "Print the version and exit.");
    static final Flag<Boolean> WATCH_FOR_SECRETS =
            bool("watch-for-secrets", false, "Accepted without effect: key Secrets are always watched.");
    static final Flag<Duration> WRITE_TIMEOUT = duration(
            "write-timeout", Duration.ofMinutes(2), "Time from an HTTP request to the end of its answer; 0: any.");

    /** In the order of the usage text. */
    static final List<Flag<?>> ALL = List.of(
            ACCEPT_DEPRECATED_V1_DATA,
            ADDITIONAL_NAMESPACES,
            ALL_NAMESPACES,
            DRIFT,
            KEY_CUTOFF_TIME,
            KEY_ORDER_PRIORITY,
            KEY_PREFIX,
            KEY_RENEW_PERIOD,
            KEY_SIZE,
            KEY_TTL,
            KUBECLIENT_BURST,
            KUBECLIENT_QPS,
            LABEL_SELECTOR,
            LEADER_ELECT,
            LEADER_ELECT_LEASE_DURATION,
            LEADER_ELECT_RENEW_DEADLINE,
            LEADER_ELECT_RETRY_PERIOD,
            LISTEN_ADDR,
            LISTEN_METRICS_ADDR,
            LOG_FORMAT,
            LOG_INFO_STDOUT,
            LOG_LEVEL,
            MAX_UNSEAL_RETRIES,
            METRICS_OMIT_SECRET_LABELS,
            MY_CN,
            OLD_GC_BEHAVIOR,
            PRIVATEKEY_ANNOTATIONS,
            PRIVATEKEY_LABELS,
            RATE_LIMIT,
            RATE_LIMIT_BURST,
            READ_TIMEOUT,
            RESTART_WORKLOADS,
            SERVICE_NAME,
            SKIP_RECREATE,
            TEMPLATE_MAX_DEPTH,
            TEMPLATE_MAX_KEYS,
            TEMPLATE_MAX_OUTPUT,
            TEMPLATE_MAX_REGEX,
            TEMPLATE_MAX_STEPS,
            TEMPLATE_MAX_TIME,
            UPDATE_STATUS,
            VERSION,
            WATCH_FOR_SECRETS,
            WRITE_TIMEOUT);

    /** Names of the past, not in the usage text; their use is noted on standard error. */
    static final Map<String, Flag<?>> DEPRECATED = Map.of("rotate-period", KEY_RENEW_PERIOD);

    private Flags() {}

    private static Flag<Boolean> bool(String name, boolean defaultValue, String help) {
        return new Flag<>(name, FlagKind.BOOL, defaultValue, help);
    }

    private static Flag<Integer> integer(String name, int defaultValue, String help) {
        return new Flag<>(name, FlagKind.INT, defaultValue, help);
    }

    private static Flag<String> string(String name, String defaultValue, String help) {
        return new Flag<>(name, FlagKind.STRING, defaultValue, help);
    }

    private static Flag<Duration> duration(String name, Duration defaultValue, String help) {
        return new Flag<>(name, FlagKind.DURATION, defaultValue, help);
    }
}
