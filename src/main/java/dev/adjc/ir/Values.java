package dev.adjc.ir;

/** Makes the values of one program and of what is derived from it; each gets the next number. */
public final class Values {
    private int next;

    public Value make(String name, Value.Type type, Value.Role role) {
        return new Value(name, type, role, next++, null);
    }

    /** A real number. */
    public Value real(String name, Value.Role role) {
        return make(name, Value.Type.REAL, role);
    }

    /** The derivative that belongs to a value of the function: named after it, with this ending. */
    public Value shadow(Value primal, String ending, Value.Role ofNamed) {
        Value.Role role = primal.role() == Value.Role.NAMED ? ofNamed : Value.Role.PARTIAL;
        return new Value(primal.name() + ending, Value.Type.REAL, role, next++, primal);
    }
}
