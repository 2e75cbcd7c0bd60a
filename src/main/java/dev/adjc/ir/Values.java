package dev.adjc.ir;

import java.util.ArrayList;
import java.util.List;

/** Makes the values of one program and of what is derived from it; each gets the next number. */
public final class Values {
    private int next;

    public Value make(String name, Value.Type type, Value.Role role) {
        return make(name, type, role, List.of());
    }

    /** An array, of one element for each combination of places below the extents. */
    public Value make(String name, Value.Type type, Value.Role role, List<Index> extents) {
        return new Value(name, type, role, extents, next++, null);
    }

    /** A real number. */
    public Value real(String name, Value.Role role) {
        return make(name, Value.Type.REAL, role);
    }

    /** A real number for each point of the domain, and where it stands. */
    public Access real(String name, Value.Role role, Domain domain) {
        return over(domain, name, Value.Type.REAL, role);
    }

    /** A value of its own for each point of the domain, and where it stands: its places are counted from the first one on. */
    public Access over(Domain domain, String name, Value.Type type, Value.Role role) {
        if (domain.isPoint()) {
            return make(name, type, role).read();
        }
        List<Index> extents = new ArrayList<>();
        List<Index> places = new ArrayList<>();
        Bounds bounds = Bounds.of(domain.axes());
        for (Axis axis : domain.axes()) {
            Index first = bounds.least(axis.from());
            extents.add(bounds.greatest(axis.to()).minus(first));
            places.add(axis.place().minus(first));
        }
        return new Access(make(name, type, role, extents), places);
    }

    /** The derivative that belongs to a value of the function: named after it, with this ending. */
    public Value shadow(Value primal, String ending, Value.Role ofNamed) {
        Value.Role role = primal.role() == Value.Role.NAMED ? ofNamed : Value.Role.PARTIAL;
        return new Value(primal.name() + ending, Value.Type.REAL, role, primal.extents(), next++, primal);
    }
}
