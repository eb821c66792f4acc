package dev.sealedsecrets.controller.reconcile;

import dev.sealedsecrets.controller.cluster.ApiFailure;
import dev.sealedsecrets.resource.Secret;

/** What is to be done about a Secret. */
sealed interface Decision {
    /** Does it. */
    WriteResult carryOut(Round round) throws ApiFailure;

    /** There is none: create this one. */
    record Create(Secret secret) implements Decision {
        @Override
        public WriteResult carryOut(Round round) throws ApiFailure {
            return round.create(secret);
        }
    }

    /**
     * Replace the existing Secret, which has the same uid and resourceVersion, by this one.
     *
     * @param hold what the right to do so rests on
     */
    record Update(Secret secret, Hold hold) implements Decision {
        @Override
        public WriteResult carryOut(Round round) throws ApiFailure {
            return round.update(secret, hold);
        }
    }

    /** It is as it should be. */
    record Keep(Hold hold) implements Decision {
        @Override
        public WriteResult carryOut(Round round) {
            return round.keep(hold);
        }
    }

    /** It was edited; report that and leave it. */
    record Report(Hold hold) implements Decision {
        @Override
        public WriteResult carryOut(Round round) {
            return round.report(hold);
        }
    }

    /** Leave it, and say why. */
    record Refuse(Failure failure) implements Decision {
        @Override
        public WriteResult carryOut(Round round) {
            return round.refuse(failure);
        }
    }
}
