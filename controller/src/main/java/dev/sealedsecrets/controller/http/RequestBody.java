package dev.sealedsecrets.controller.http;

import java.util.concurrent.Semaphore;

/** The bytes of one request, and their share of the memory that all bodies together may take. Closing gives the share back. */
final class RequestBody implements AutoCloseable {
    private final byte[] bytes;
    private final Semaphore memory;

    /** Takes over the array, and as many permits as it is long. */
    RequestBody(byte[] bytes, Semaphore memory) {
        this.bytes = bytes;
        this.memory = memory;
    }

    /** The array itself, for one reader. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public void close() {
        memory.release(bytes.length);
    }
}
