package dev.sealedsecrets.controller.http;

import java.util.concurrent.Semaphore;

/**
 * Bounds the requests that take long or much: how many are under way at all, so that threads are left for those that
 * answer at once (health, certificate) whatever is posted; and how many compute at a time. Thread-safe.
 */
final class Admission {
    private final Semaphore underWay;
    private final Semaphore computing;

    /**
     * @param underWay requests at a time, from their first byte to the end of their answer; further ones are refused
     * @param computing of these, how many are parsed and opened at a time; the others wait
     */
    Admission(int underWay, int computing) {
        this.underWay = new Semaphore(underWay);
        this.computing = new Semaphore(computing, true);
    }

    /** @throws RefusedRequestException if too many are under way */
    Pass enter() throws RefusedRequestException {
        if (!underWay.tryAcquire()) {
            throw RefusedRequestException.overloaded();
        }
        return new Pass();
    }

    /** A request that is under way, until it is closed. */
    final class Pass implements AutoCloseable {
        private Pass() {}

        /** Computes, when it is this request's turn. */
        Answer compute(Computation computation) throws RefusedRequestException {
            computing.acquireUninterruptibly();
            try {
                return computation.answer();
            } finally {
                computing.release();
            }
        }

        @Override
        public void close() {
            underWay.release();
        }
    }

    /** What a request has to compute. */
    @FunctionalInterface
    interface Computation {
        Answer answer() throws RefusedRequestException;
    }
}
