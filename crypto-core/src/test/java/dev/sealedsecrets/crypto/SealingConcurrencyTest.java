package dev.sealedsecrets.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SealingConcurrencyTest {
    private static final int THREADS = 8;
    private static final int ITEMS_PER_THREAD = 10;

    @Test
    void oneSealerAndOneRingServeManyThreads() throws Exception {
        SealingKey key = Vectors.key("keys/rsa2048a.pem");
        KeyRing ring = KeyRing.of(List.of(Vectors.key("keys/rsa2048b.pem"), key));
        Sealer sealer = new Sealer(new SecureRandom());
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Label label = Label.of("ns/" + thread);
            String text = "plaintext of thread " + thread;
            work.add(() -> {
                start.await();
                List<String> opened = new ArrayList<>();
                for (int i = 0; i < ITEMS_PER_THREAD; i++) {
                    SealedPayload item = sealer.seal(text.getBytes(StandardCharsets.UTF_8), label, key.publicKey());
                    Opened result = (Opened) ring.unseal(item, label);
                    opened.add(new String(result.plaintext(), StandardCharsets.UTF_8));
                }
                return opened;
            });
        }

        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<List<String>>> results;
        try {
            results = threads.invokeAll(work);
        } finally {
            threads.shutdown();
        }

        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(results.get(thread).get())
                    .hasSize(ITEMS_PER_THREAD)
                    .containsOnly("plaintext of thread " + thread);
        }
    }
}
