package dev.sealedsecrets.template.format;

/** Flags, width and precision of one verb. */
final class Spec {
    /** No width or precision given. */
    static final int NONE = -1;

    boolean minus;
    boolean plus;
    boolean sharp;
    boolean space;
    boolean zero;
    /** {@code %+v}: fields of structs with their names. */
    boolean plusV;
    /** {@code %#v}: Go syntax. */
    boolean sharpV;

    int width = NONE;
    int precision = NONE;

    void clear() {
        minus = false;
        plus = false;
        sharp = false;
        space = false;
        zero = false;
        plusV = false;
        sharpV = false;
        width = NONE;
        precision = NONE;
    }

    /** For the verb v, plus and sharp have a meaning of their own. */
    void useFlagsOfV() {
        sharpV = sharp;
        sharp = false;
        plusV = plus;
        plus = false;
    }
}
