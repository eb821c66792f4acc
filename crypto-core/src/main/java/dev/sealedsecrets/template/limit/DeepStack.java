package dev.sealedsecrets.template.limit;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs work whose recursion is bounded by a {@link Budget}: on the caller's thread as long as it stays shallow, otherwise
 * once more from the start on a thread whose stack holds {@link Budget#MAX_NESTING} levels. The stack is address space; only
 * what is used takes memory. Work must be repeatable: nothing it did the first time is kept.
 */
public final class DeepStack {
    private static final long STACK_BYTES = 256L << 20;

    private DeepStack() {}

    /** The result of the work, or what it threw. */
    public static <T> T run(Budget budget, Function<Budget, T> work) {
        try {
            return work.apply(budget);
        } catch (DeepStackNeeded e) {
            return new OwnThread<>(budget.forDeepStack(), work).result();
        }
    }

    private static final class OwnThread<T> implements Runnable {
        private final Budget budget;
        private final Function<Budget, T> work;
        private @Nullable T value;
        private @Nullable Throwable failure;

        OwnThread(Budget budget, Function<Budget, T> work) {
            this.budget = budget;
            this.work = work;
        }

        @Override
        // Whatever ends the work must reach the caller, errors of the JVM included.
        @SuppressWarnings("CatchingUnchecked")
        public void run() {
            try {
                value = work.apply(budget);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        T result() {
            Thread thread = new Thread(null, this, "template", STACK_BYTES);
            thread.setDaemon(true);
            thread.start();
            joinUninterruptibly(thread);
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            if (value == null) {
                throw new IllegalStateException("the template thread ended without a result");
            }
            return value;
        }

        /** The work is bounded by its budget; an interrupt is kept for the caller. */
        private static void joinUninterruptibly(Thread thread) {
            boolean interrupted = false;
            while (true) {
                try {
                    thread.join();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
