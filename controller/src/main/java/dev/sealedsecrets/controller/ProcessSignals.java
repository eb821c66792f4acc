package dev.sealedsecrets.controller;

import java.util.concurrent.CountDownLatch;

/** What the operating system asks of the process: a new sealing key (SIGUSR1), the end (SIGTERM). Thread-safe. */
final class ProcessSignals {
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Runnable keyMaker = () -> {};

    /** From now on a new key is made by this. Requests before that are not kept. */
    void onKeyRequest(Runnable maker) {
        keyMaker = maker;
    }

    void requestKey() {
        keyMaker.run();
    }

    void requestEnd() {
        end.countDown();
    }

    /** Waits for the request to end. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }
}
