package dev.sealedsecrets.controller;

import dev.sealedsecrets.controller.ControllerOptions.ApiOptions;
import dev.sealedsecrets.controller.ControllerOptions.KeyOptions;
import dev.sealedsecrets.controller.ControllerOptions.UnsealOptions;
import dev.sealedsecrets.controller.ControllerOptions.WatchOptions;
import dev.sealedsecrets.controller.http.ListenAddress;
import dev.sealedsecrets.controller.http.PublicServerSettings;
import dev.sealedsecrets.controller.keys.KeyOrder;
import dev.sealedsecrets.controller.leader.ElectionTimes;
import dev.sealedsecrets.controller.observe.LogSettings;
import dev.sealedsecrets.controller.observe.LogThreshold;
import dev.sealedsecrets.controller.reconcile.DriftMode;
import dev.sealedsecrets.template.limit.TemplateLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Turns flag values into options. What cannot work is refused here, before anything is contacted, in one line that names
 * the flag.
 */
final class OptionsReader {
    private static final int LEAST_KEY_BITS = 2048;
    private static final int MOST_KEY_BITS = 16384;
    private static final Duration LONGEST_TEMPLATE_TIME = Duration.ofMinutes(10);

    private final FlagValues values;

    OptionsReader(FlagValues values) {
        this.values = values;
    }

    /** The log flags: every value works. */
    LogSettings log() {
        return new LogSettings(
                LogSettings.Format.of(values.get(Flags.LOG_FORMAT)),
                LogThreshold.of(values.get(Flags.LOG_LEVEL)),
                values.get(Flags.LOG_INFO_STDOUT));
    }

    ControllerOptions options() throws StartException {
        return new ControllerOptions(
                keys(),
                watch(),
                unseal(),
                new ApiOptions(values.get(Flags.KUBECLIENT_QPS), values.get(Flags.KUBECLIENT_BURST)),
                http(),
                address(Flags.LISTEN_METRICS_ADDR),
                values.get(Flags.SERVICE_NAME),
                log(),
                values.get(Flags.METRICS_OMIT_SECRET_LABELS),
                election());
    }

    private @Nullable ElectionTimes election() throws StartException {
        Duration lease = values.get(Flags.LEADER_ELECT_LEASE_DURATION);
        Duration deadline = values.get(Flags.LEADER_ELECT_RENEW_DEADLINE);
        Duration retry = values.get(Flags.LEADER_ELECT_RETRY_PERIOD);
        if (retry.toMillis() < 1) {
            throw StartException.ofFlag(
                    Flags.LEADER_ELECT_RETRY_PERIOD, "must be above 0s, got " + GoDuration.format(retry));
        }
        if (deadline.compareTo(retry) <= 0) {
            throw StartException.ofFlag(
                    Flags.LEADER_ELECT_RENEW_DEADLINE,
                    "must be longer than the retry period of " + GoDuration.format(retry) + ", got "
                            + GoDuration.format(deadline));
        }
        if (lease.compareTo(deadline) <= 0 || lease.toSeconds() * 1000 != lease.toMillis()) {
            throw StartException.ofFlag(
                    Flags.LEADER_ELECT_LEASE_DURATION,
                    "must be whole seconds, and longer than the renew deadline of " + GoDuration.format(deadline)
                            + ", got " + GoDuration.format(lease));
        }
        return values.get(Flags.LEADER_ELECT) ? new ElectionTimes(lease, deadline, retry) : null;
    }

    private KeyOptions keys() throws StartException {
        int bits = values.get(Flags.KEY_SIZE);
        if (bits < LEAST_KEY_BITS || bits > MOST_KEY_BITS) {
            throw StartException.ofFlag(
                    Flags.KEY_SIZE, "must be from " + LEAST_KEY_BITS + " to " + MOST_KEY_BITS + ", got " + bits);
        }
        Duration validity = values.get(Flags.KEY_TTL);
        if (validity.toSeconds() < 1) {
            throw StartException.ofFlag(Flags.KEY_TTL, "must be at least 1s, got " + GoDuration.format(validity));
        }
        Duration renewPeriod = values.get(Flags.KEY_RENEW_PERIOD);
        if (renewPeriod.isNegative()) {
            throw StartException.ofFlag(
                    Flags.KEY_RENEW_PERIOD, "must not be negative, got " + GoDuration.format(renewPeriod));
        }
        return new KeyOptions(
                KeyPrefix.check(values.get(Flags.KEY_PREFIX)),
                bits,
                validity,
                values.get(Flags.MY_CN),
                renewPeriod,
                keyOrder(),
                CutoffTime.parse(values.get(Flags.KEY_CUTOFF_TIME)),
                KeyMetadata.labels(values.get(Flags.PRIVATEKEY_LABELS)),
                KeyMetadata.annotations(values.get(Flags.PRIVATEKEY_ANNOTATIONS)));
    }

    private KeyOrder keyOrder() {
        return switch (values.get(Flags.KEY_ORDER_PRIORITY)) {
            case "CertNotBefore" -> KeyOrder.CERT_NOT_BEFORE;
            case "SecretCreationTimestamp" -> KeyOrder.SECRET_CREATION_TIMESTAMP;
            default -> KeyOrder.UNKNOWN;
        };
    }

    private WatchOptions watch() {
        return new WatchOptions(
                values.get(Flags.ALL_NAMESPACES),
                CommaList.items(values.get(Flags.ADDITIONAL_NAMESPACES)),
                values.get(Flags.LABEL_SELECTOR).strip(),
                values.get(Flags.WATCH_FOR_SECRETS));
    }

    private UnsealOptions unseal() throws StartException {
        return new UnsealOptions(
                values.get(Flags.ACCEPT_DEPRECATED_V1_DATA),
                values.get(Flags.UPDATE_STATUS),
                values.get(Flags.OLD_GC_BEHAVIOR),
                values.get(Flags.SKIP_RECREATE),
                drift(),
                restartWorkloads(),
                values.get(Flags.MAX_UNSEAL_RETRIES),
                templates());
    }

    private boolean restartWorkloads() throws StartException {
        boolean restart = values.get(Flags.RESTART_WORKLOADS);
        if (restart && !values.get(Flags.UPDATE_STATUS)) {
            throw StartException.ofFlag(
                    Flags.RESTART_WORKLOADS, "needs --update-status: the status remembers which values a Secret had");
        }
        return restart;
    }

    private TemplateLimits templates() throws StartException {
        Duration time = values.get(Flags.TEMPLATE_MAX_TIME);
        if (time.isZero() || time.isNegative() || time.compareTo(LONGEST_TEMPLATE_TIME) > 0) {
            throw StartException.ofFlag(
                    Flags.TEMPLATE_MAX_TIME,
                    "must be above 0s and at most " + GoDuration.format(LONGEST_TEMPLATE_TIME) + ", got "
                            + GoDuration.format(time));
        }
        return TemplateLimits.defaults()
                .withSteps(atLeastOne(Flags.TEMPLATE_MAX_STEPS))
                .withOutput(atLeastOne(Flags.TEMPLATE_MAX_OUTPUT))
                .withDepth(atLeastOne(Flags.TEMPLATE_MAX_DEPTH))
                .withRegex(atLeastOne(Flags.TEMPLATE_MAX_REGEX))
                .withKeys(atLeastOne(Flags.TEMPLATE_MAX_KEYS))
                .withTime(time);
    }

    private int atLeastOne(Flag<Integer> flag) throws StartException {
        int value = values.get(flag);
        if (value < 1) {
            throw StartException.ofFlag(flag, "must be at least 1, got " + value);
        }
        return value;
    }

    private DriftMode drift() throws StartException {
        String text = values.get(Flags.DRIFT);
        return switch (text) {
            case "heal" -> DriftMode.HEAL;
            case "detect" -> DriftMode.DETECT;
            case "off" -> DriftMode.OFF;
            default ->
                throw StartException.ofFlag(
                        Flags.DRIFT, "must be heal, detect or off, got \"" + OneLine.of(text) + '"');
        };
    }

    private PublicServerSettings http() throws StartException {
        int rate = values.get(Flags.RATE_LIMIT);
        if (rate < 1) {
            throw StartException.ofFlag(Flags.RATE_LIMIT, "must be at least 1, got " + rate);
        }
        int burst = values.get(Flags.RATE_LIMIT_BURST);
        if (burst < 0) {
            throw StartException.ofFlag(Flags.RATE_LIMIT_BURST, "must not be negative, got " + burst);
        }
        return new PublicServerSettings(
                address(Flags.LISTEN_ADDR),
                values.get(Flags.READ_TIMEOUT),
                values.get(Flags.WRITE_TIMEOUT),
                rate,
                burst);
    }

    private ListenAddress address(Flag<String> flag) throws StartException {
        String text = values.get(flag);
        return ListenAddress.parse(text)
                .orElseThrow(() ->
                        StartException.ofFlag(flag, "must be host:port or :port, got \"" + OneLine.of(text) + '"'));
    }
}
