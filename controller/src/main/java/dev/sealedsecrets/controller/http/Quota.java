package dev.sealedsecrets.controller.http;

/**
 * How many requests a bucket lets pass: so many at once, then one per interval.
 *
 * <p>The generic cell rate algorithm: all that a bucket remembers is the time at which it will be full again. Times are
 * monotonic nanoseconds with an arbitrary origin.
 *
 * @param intervalNanos between two requests in the long run, at least 1
 * @param limit requests at once, at least 1
 */
record Quota(long intervalNanos, long limit) {
    private static final double NANOS_PER_SECOND = 1e9;

    static Quota perSecond(double rate, long limit) {
        return new Quota(Math.max(1, Math.round(NANOS_PER_SECOND / rate)), limit);
    }

    /**
     * What a bucket says to one more request.
     *
     * @param fullAt when the bucket is full again
     */
    Draw draw(long fullAt, long now) {
        long waiting = Math.max(0, fullAt - now);
        long tolerance = Math.multiplyExact(intervalNanos, limit);
        long afterwards = waiting + intervalNanos;
        if (afterwards > tolerance) {
            return new Draw(false, fullAt, limit, 0, waiting, afterwards - tolerance);
        }
        return new Draw(true, now + afterwards, limit, (tolerance - afterwards) / intervalNanos, afterwards, 0);
    }

    /**
     * @param granted whether the request passes
     * @param fullAt when the bucket is full again, this request counted if granted
     * @param limit of the quota
     * @param remaining requests that would pass at once after this one
     * @param resetNanos until the bucket is full again
     * @param retryNanos until a request would pass; 0 if granted
     */
    record Draw(boolean granted, long fullAt, long limit, long remaining, long resetNanos, long retryNanos) {}
}
