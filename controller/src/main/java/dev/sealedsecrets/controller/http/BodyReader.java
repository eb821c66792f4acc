package dev.sealedsecrets.controller.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Reads request bodies of up to 10 MiB, together up to 64 MiB at a time, each within the read timeout as a whole: a
 * caller that sends one byte now and then gains nothing. Thread-safe.
 */
final class BodyReader {
    /** The greatest body; the API server itself stores no object of a fifth of that. */
    static final int MOST_BYTES = 10 << 20;

    private static final int MOST_BYTES_TOGETHER = 64 << 20;
    private static final int CHUNK = 64 << 10;

    private final Semaphore memory = new Semaphore(MOST_BYTES_TOGETHER);
    private final Duration timeout;
    private final LongSupplier nanoTime;

    /** @param timeout for a whole body; zero or less: none */
    BodyReader(Duration timeout, LongSupplier nanoTime) {
        this.timeout = timeout;
        this.nanoTime = nanoTime;
    }

    /**
     * @param announced length by the request's header; less than 0: unknown
     * @throws RefusedRequestException if the body is too large, too slow or ends early, or there are too many
     */
    RequestBody read(InputStream stream, long announced) throws RefusedRequestException {
        if (announced > MOST_BYTES) {
            throw RefusedRequestException.tooLarge();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            fill(bytes, stream);
            return new RequestBody(bytes.toByteArray(), memory);
        } catch (IOException e) {
            memory.release(bytes.size());
            throw RefusedRequestException.unreadable();
        } catch (RefusedRequestException e) {
            memory.release(bytes.size());
            throw e;
        }
    }

    /** Takes as many permits as there are bytes. */
    private void fill(ByteArrayOutputStream bytes, InputStream stream) throws IOException, RefusedRequestException {
        long start = nanoTime.getAsLong();
        byte[] chunk = new byte[CHUNK];
        for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
            if (bytes.size() + count > MOST_BYTES) {
                throw RefusedRequestException.tooLarge();
            }
            if (isLate(start)) {
                throw RefusedRequestException.tooSlow();
            }
            if (!memory.tryAcquire(count)) {
                throw RefusedRequestException.overloaded();
            }
            bytes.write(chunk, 0, count);
        }
    }

    private boolean isLate(long start) {
        return timeout.compareTo(Duration.ZERO) > 0 && nanoTime.getAsLong() - start > timeout.toNanos();
    }
}
