package dev.sealedsecrets.controller.http;

import java.util.function.LongSupplier;

/**
 * Limits how often verify and rotate may be asked (compatibility contract, section 9): a bucket per path and
 * X-Forwarded-For text, so that users behind the API server's proxy do not disturb each other, and one per peer address
 * over both paths, so that invented header texts gain nothing. A request that one bucket refuses takes nothing from the
 * other. Thread-safe.
 *
 * <p>Guarantees: bounded memory, whatever is asked. Does not guarantee that the X-Forwarded-For text is true.
 */
final class RequestLimiter {
    /** The limited paths. */
    enum Path {
        VERIFY,
        ROTATE
    }

    private static final int ROTATE_FACTOR = 10;
    private static final int PEER_FACTOR = 20;
    private static final int LONGEST_TEXT = 256;

    private record Caller(Path path, String forwardedFor) {}

    private final LongSupplier nanoTime;
    private final Quota verify;
    private final Quota rotate;
    private final Quota peer;
    private final Buckets<Caller> callers = new Buckets<>();
    private final Buckets<String> peers = new Buckets<>();

    /**
     * @param rate verifications per second
     * @param burst verifications at once above the first
     */
    RequestLimiter(int rate, int burst, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        long limit = burst + 1L;
        verify = Quota.perSecond(rate, limit);
        rotate = Quota.perSecond((double) ROTATE_FACTOR * rate, ROTATE_FACTOR * limit);
        peer = Quota.perSecond((double) PEER_FACTOR * rate, PEER_FACTOR * limit);
    }

    /**
     * Whether a request may go on: the answer of the caller's bucket, or of the peer's if only that refuses.
     *
     * @param forwardedFor text of the header, or empty; of a long one the end counts, which proxies write
     * @param peerAddress the other end of the connection
     */
    synchronized Quota.Draw ask(Path path, String forwardedFor, String peerAddress) {
        long now = nanoTime.getAsLong();
        Caller caller = new Caller(path, forwardedFor.substring(Math.max(0, forwardedFor.length() - LONGEST_TEXT)));
        Quota.Draw ofCaller = callers.draw(caller, path == Path.VERIFY ? verify : rotate, now);
        if (!ofCaller.granted()) {
            return ofCaller;
        }
        Quota.Draw ofPeer = peers.draw(peerAddress, peer, now);
        if (!ofPeer.granted()) {
            return ofPeer;
        }
        callers.take(caller, ofCaller);
        peers.take(peerAddress, ofPeer);
        return ofCaller;
    }
}
