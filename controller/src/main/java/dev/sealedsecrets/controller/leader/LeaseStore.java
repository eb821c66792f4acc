package dev.sealedsecrets.controller.leader;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.controller.cluster.LeaseRecord;
import java.util.Optional;

/** Where the lease is; an update of a version that is not the stored one fails as a conflict. */
interface LeaseStore {
    Optional<LeaseRecord> find() throws ApiFailure;

    LeaseRecord create(LeaseRecord lease) throws ApiFailure;

    LeaseRecord update(LeaseRecord lease) throws ApiFailure;
}
