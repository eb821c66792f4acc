package dev.sealedsecrets.template.value;

/** The kinds of Go types that values of templates can have; {@link #text} is how Go names one. */
public enum Kind {
    INVALID("invalid"),
    BOOL("bool"),
    INT("int"),
    INT32("int32"),
    INT64("int64"),
    UINT8("uint8"),
    UINT32("uint32"),
    UINT64("uint64"),
    FLOAT64("float64"),
    COMPLEX128("complex128"),
    STRING("string"),
    INTERFACE("interface"),
    MAP("map"),
    POINTER("ptr"),
    SLICE("slice"),
    STRUCT("struct");

    private final String text;

    Kind(String text) {
        this.text = text;
    }

    /** Go's name of the kind. */
    public String text() {
        return text;
    }

    /** Whether values are signed integers. */
    public boolean isSigned() {
        return this == INT || this == INT32 || this == INT64;
    }

    /** Whether values are unsigned integers. */
    public boolean isUnsigned() {
        return this == UINT8 || this == UINT32 || this == UINT64;
    }

    /** Whether nil is a value of such types. */
    public boolean isNillable() {
        return this == INTERFACE || this == MAP || this == POINTER || this == SLICE;
    }
}
