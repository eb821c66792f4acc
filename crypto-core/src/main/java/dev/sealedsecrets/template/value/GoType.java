package dev.sealedsecrets.template.value;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Go type: its name as error texts and {@code %T} show it, its kind, the type of its elements, and its methods. Each type
 * exists once; types are compared by identity.
 */
public final class GoType {
    /** {@code bool}. */
    public static final GoType BOOL = basic("bool", Kind.BOOL);
    /** {@code int}. */
    public static final GoType INT = basic("int", Kind.INT);
    /** {@code int32}. */
    public static final GoType INT32 = basic("int32", Kind.INT32);
    /** {@code int64}. */
    public static final GoType INT64 = basic("int64", Kind.INT64);
    /** {@code uint8}. */
    public static final GoType UINT8 = basic("uint8", Kind.UINT8);
    /** {@code uint32}. */
    public static final GoType UINT32 = basic("uint32", Kind.UINT32);
    /** {@code uint64}. */
    public static final GoType UINT64 = basic("uint64", Kind.UINT64);
    /** {@code float64}. */
    public static final GoType FLOAT64 = basic("float64", Kind.FLOAT64);
    /** {@code complex128}. */
    public static final GoType COMPLEX128 = basic("complex128", Kind.COMPLEX128);
    /** {@code string}. */
    public static final GoType STRING = basic("string", Kind.STRING);
    /** {@code interface {}}: any value. */
    public static final GoType ANY = basic("interface {}", Kind.INTERFACE);
    /** The parameter type of builtins that see values as the template has them, the absent one included. */
    public static final GoType VALUE = basic("reflect.Value", Kind.STRUCT);
    /** {@code []interface {}}. */
    public static final GoType LIST = of("[]interface {}", Kind.SLICE, ANY);
    /** {@code []string}. */
    public static final GoType STRINGS = of("[]string", Kind.SLICE, STRING);
    /** {@code []int}. */
    public static final GoType INTS = of("[]int", Kind.SLICE, INT);
    /** {@code []uint8}. */
    public static final GoType BYTES = of("[]uint8", Kind.SLICE, UINT8);
    /** {@code [][]interface {}}. */
    public static final GoType LISTS = of("[][]interface {}", Kind.SLICE, LIST);
    /** {@code map[string]interface {}}: sprig's dict. */
    public static final GoType DICT = of("map[string]interface {}", Kind.MAP, ANY);
    /** {@code map[string]string}: the data of a template, and what split makes. */
    public static final GoType TEXT_MAP = of("map[string]string", Kind.MAP, STRING);

    private final String name;
    private final Kind kind;
    private final @Nullable GoType element;
    private final MethodSet methods;

    private GoType(String name, Kind kind, @Nullable GoType element, MethodSet methods) {
        this.name = name;
        this.kind = kind;
        this.element = element;
        this.methods = methods;
    }

    private static GoType basic(String name, Kind kind) {
        return new GoType(name, kind, null, MethodSet.NONE);
    }

    private static GoType of(String name, Kind kind, GoType element) {
        return new GoType(name, kind, element, MethodSet.NONE);
    }

    /** A defined type with methods, such as {@code time.Month}. */
    public static GoType named(String name, Kind kind, MethodSet methods) {
        return new GoType(name, kind, null, methods);
    }

    /** The type of pointers to {@code target}, which have the methods of the target. */
    public static GoType pointerTo(GoType target) {
        return new GoType("*" + target.name, Kind.POINTER, target, target.methods);
    }

    /** Go's name. */
    public String name() {
        return name;
    }

    /** The kind. */
    public Kind kind() {
        return kind;
    }

    /** What a list, map or pointer holds; empty for other kinds. */
    public Optional<GoType> element() {
        return Optional.ofNullable(element);
    }

    /** The methods of values of this type. */
    public MethodSet methods() {
        return methods;
    }

    @Override
    public String toString() {
        return name;
    }
}
