package dev.sealedsecrets.controller.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
    private final AtomicLong now = new AtomicLong();
    private final BodyReader reader = new BodyReader(Duration.ofSeconds(2), now::get);

    @Test
    void aBodyOfTheGreatestSizeIsRead() throws RefusedRequestException {
        try (RequestBody body = reader.read(zeros(BodyReader.MOST_BYTES), -1)) {
            assertThat(body.bytes()).hasSize(BodyReader.MOST_BYTES);
        }
    }

    @Test
    void aLongerOneIsRefused() {
        assertRefused(413, zeros(BodyReader.MOST_BYTES + 1), -1);
    }

    @Test
    void alreadyItsAnnouncementIsRefused() {
        InputStream unread = zeros(5);
        assertRefused(413, unread, BodyReader.MOST_BYTES + 1L);
        assertThat(unread).isNotEmpty();
    }

    @Test
    void aBodyThatTricklesInIsCutAfterTheTimeout() {
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                now.addAndGet(Duration.ofMillis(300).toNanos());
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        assertRefused(408, trickle, -1);
        assertThat(Duration.ofNanos(now.get())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void withoutATimeoutAnyTimeWillDo() throws RefusedRequestException {
        BodyReader patient = new BodyReader(
                Duration.ZERO, () -> now.addAndGet(Duration.ofDays(1).toNanos()));
        try (RequestBody body = patient.read(zeros(5), 5)) {
            assertThat(body.bytes()).hasSize(5);
        }
    }

    @Test
    void aBodyThatEndsEarlyIsRefused() {
        InputStream broken = new PipedInputStream();
        assertRefused(400, broken, 10);
    }

    @Test
    void allBodiesTogetherAreBoundedUntilTheyAreClosed() throws RefusedRequestException {
        List<RequestBody> open = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            open.add(reader.read(zeros(BodyReader.MOST_BYTES), -1));
        }
        assertRefused(503, zeros(BodyReader.MOST_BYTES), -1);
        assertRefused(503, zeros(BodyReader.MOST_BYTES), -1);
        open.remove(0).close();
        open.add(reader.read(zeros(BodyReader.MOST_BYTES), -1));
        open.forEach(RequestBody::close);
    }

    private void assertRefused(int status, InputStream stream, long announced) {
        assertThatThrownBy(() -> reader.read(stream, announced).close())
                .isInstanceOfSatisfying(
                        RefusedRequestException.class,
                        e -> assertThat(e.status()).isEqualTo(status));
    }

    private static InputStream zeros(int size) {
        return new ByteArrayInputStream(new byte[size]);
    }
}
