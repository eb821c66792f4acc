package dev.sealedsecrets.controller.reconcile;

/** What the watch says about a Secret. It may lag behind the API server. */
sealed interface SecretSighting {
    /** The version seen; the given one if nothing can be seen. */
    SecretVersion versionOr(SecretVersion known);

    /**
     * Whether it is worth reading the Secret before creating it.
     *
     * @param expected whether it should be there
     */
    boolean isWorthReading(boolean expected);

    /** There is one. */
    record Present(SecretVersion version) implements SecretSighting {
        @Override
        public SecretVersion versionOr(SecretVersion known) {
            return version;
        }

        @Override
        public boolean isWorthReading(boolean expected) {
            return true;
        }
    }

    /** There is none. */
    record Absent() implements SecretSighting {
        @Override
        public SecretVersion versionOr(SecretVersion known) {
            return SecretVersion.NONE;
        }

        @Override
        public boolean isWorthReading(boolean expected) {
            return false;
        }
    }

    /** Secrets are not watched. */
    record Unwatched() implements SecretSighting {
        @Override
        public SecretVersion versionOr(SecretVersion known) {
            return known;
        }

        @Override
        public boolean isWorthReading(boolean expected) {
            return expected;
        }
    }
}
