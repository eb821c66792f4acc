package dev.sealedsecrets.template.limit;

/** Something nests so deeply that it has to start over on a thread with a larger stack; control flow, not a failure. */
final class DeepStackNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeepStackNeeded() {
        super(null, null, false, false);
    }
}
