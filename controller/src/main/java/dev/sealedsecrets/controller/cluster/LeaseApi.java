package dev.sealedsecrets.controller.cluster;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One Lease in the API, over a connection of its own that gives up soon: an answer that comes late is of no use to an election.
 */
public final class LeaseApi implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final KubernetesClient client;
    private final ApiCalls calls;
    private final ObjectKey name;

    /**
     * Opens no connection yet.
     *
     * @param config address and credentials; timeouts and retries in it are replaced
     */
    public LeaseApi(Config config, ObjectKey name) {
        this.name = name;
        this.calls = new ApiCalls(CallRules.ofOnlyReplica(new TokenBucket(0, 0, System::nanoTime)));
        this.client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(config)
                        .withConnectionTimeout(TIMEOUT_MILLIS)
                        .withRequestTimeout(TIMEOUT_MILLIS)
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .withHttpClientBuilderConsumer(builder -> builder.connectTimeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS))
                .build();
    }

    /** The lease as it is now; empty if there is none. */
    public Optional<LeaseRecord> find() throws ApiFailure {
        return calls.call(() -> Optional.ofNullable(client.leases()
                        .inNamespace(name.namespace())
                        .withName(name.name())
                        .get())
                .map(LeaseApi::read));
    }

    /** Creates the lease. {@code CONFLICT}: somebody else did. */
    public LeaseRecord create(LeaseRecord lease) throws ApiFailure {
        return calls.write(() -> read(client.resource(write(lease)).create()));
    }

    /** Replaces the lease of this version. {@code CONFLICT}: it has changed since. */
    public LeaseRecord update(LeaseRecord lease) throws ApiFailure {
        return calls.write(() -> read(client.resource(write(lease)).update()));
    }

    @Override
    public void close() {
        client.close();
    }

    private static LeaseRecord read(Lease lease) {
        LeaseSpec spec = lease.getSpec() == null ? new LeaseSpec() : lease.getSpec();
        return new LeaseRecord(
                Objects.requireNonNullElse(lease.getMetadata().getResourceVersion(), ""),
                Objects.requireNonNullElse(spec.getHolderIdentity(), ""),
                Duration.ofSeconds(Objects.requireNonNullElse(spec.getLeaseDurationSeconds(), 0)),
                instant(spec.getAcquireTime()),
                instant(spec.getRenewTime()),
                Objects.requireNonNullElse(spec.getLeaseTransitions(), 0));
    }

    private static Instant instant(@Nullable ZonedDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }

    private Lease write(LeaseRecord lease) {
        return new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(name.namespace())
                .withName(name.name())
                .withResourceVersion(lease.version().isEmpty() ? null : lease.version())
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(lease.holder())
                .withLeaseDurationSeconds((int) lease.duration().toSeconds())
                .withAcquireTime(lease.acquired().atZone(ZoneOffset.UTC))
                .withRenewTime(lease.renewed().atZone(ZoneOffset.UTC))
                .withLeaseTransitions(lease.transitions())
                .endSpec()
                .build();
    }
}
