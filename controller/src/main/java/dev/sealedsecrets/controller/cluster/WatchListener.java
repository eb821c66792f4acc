package dev.sealedsecrets.controller.cluster;

/**
 * What happens to watched objects. Calls come one after the other, and each must be short.
 *
 * @param <T> kind of the objects, without the fields that a {@link ResourceWatch} drops
 */
public interface WatchListener<T> {
    /**
     * The object is new here.
     *
     * @param atStart whether it was there before the watch began
     */
    void added(T object, boolean atStart);

    /** The object was changed, or replaced by another of the same name. */
    void changed(T before, T now);

    /** The object has gone. */
    void deleted(T last);

    /** A listener that does the same whatever happens. */
    static <T> WatchListener<T> forAnyChange(Runnable action) {
        return new WatchListener<>() {
            @Override
            public void added(T object, boolean atStart) {
                action.run();
            }

            @Override
            public void changed(T before, T now) {
                action.run();
            }

            @Override
            public void deleted(T last) {
                action.run();
            }
        };
    }
}
