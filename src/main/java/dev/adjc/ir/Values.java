package dev.adjc.ir;

/** Makes the values of one program and of what is derived from it; each gets the next number. */
public final class Values {
    private int next;

    public Value make(String name, Value.Type type, Value.Role role) {
        return new Value(name, type, role, next++);
    }

    /** A real number. */
    public Value real(String name, Value.Role role) {
        return make(name, Value.Type.REAL, role);
    }
}
