package dev.adjc.ir;

/**
 * What a program is given.
 *
 * @param name as the program spells it
 * @param doc the author's words on it; may be empty
 */
public record Parameter(String name, Value value, Kind kind, String doc) {

    /** What a parameter is for. */
    public enum Kind {
        /** A real, with respect to which derivatives are taken. */
        ACTIVE,
        /** A real, held fixed. */
        PASSIVE,
        /** An integer, held fixed. */
        INTEGER,
        /** The tangent of an active parameter; {@code name} is that of the parameter. */
        TANGENT,
        /** The adjoint of an output; {@code name} is that of the output. */
        ADJOINT
    }

    public boolean isActive() {
        return kind == Kind.ACTIVE;
    }

    /** Whether the function itself has it, rather than a derivative of it. */
    public boolean isPrimal() {
        return kind == Kind.ACTIVE || kind == Kind.PASSIVE || kind == Kind.INTEGER;
    }
}
