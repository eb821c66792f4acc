package dev.sealedsecrets.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Works on the objects of an input one by one, on all processors where there are many. Results come in the order of the input,
 * and so does the failure that is told: the first one.
 */
final class ManyObjects {
    /** Below, starting threads costs more than it saves. */
    private static final int FEW = 16;

    private ManyObjects() {}

    /** One step of the work; from several threads at once. */
    @FunctionalInterface
    interface Work<T, R> {
        R on(T object) throws ClientException;
    }

    /** The results, or the failure of the first object that failed. */
    static <T, R> List<R> each(List<T> objects, Work<T, R> work) throws ClientException {
        List<R> results = new ArrayList<>(objects.size());
        if (objects.size() < FEW) {
            for (T object : objects) {
                results.add(work.on(object));
            }
            return results;
        }
        List<Result<R>> all = IntStream.range(0, objects.size())
                .parallel()
                .mapToObj(i -> attempt(objects.get(i), work))
                .toList();
        for (Result<R> result : all) {
            results.add(result.get());
        }
        return results;
    }

    private static <T, R> Result<R> attempt(T object, Work<T, R> work) {
        try {
            return new Result<>(work.on(object), null);
        } catch (ClientException e) {
            return new Result<>(null, e);
        }
    }

    private record Result<R>(@Nullable R value, @Nullable ClientException failure) {
        R get() throws ClientException {
            if (failure != null) {
                throw failure;
            }
            if (value == null) {
                throw new IllegalStateException("work without a result");
            }
            return value;
        }
    }
}
