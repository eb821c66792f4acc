package dev.sealedsecrets.resource;

/**
 * A value that does not have the shape of the object it should be. The message is one line: the path of the fault, such as
 * {@code spec.encryptedData}, and what is wrong there. Paths hold names of fields and keys; values are never quoted.
 */
public final class DecodeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    DecodeException(Place place, String problem) {
        this(place.path(), problem);
    }

    private DecodeException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    /** Where the fault is, names joined by dots; empty for the object itself. */
    public String path() {
        return path;
    }

    /** What is wrong, without the path. */
    public String problem() {
        return problem;
    }
}
