package dev.adjc.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the values of one program and of what is derived from it; each gets the next number. */
public final class Values {
    private final Map<List<Axis>, Index> limits = new HashMap<>();
    private int next;

    /** Notes that the places of the last of these axes have been checked to be from 0 to below a size, wherever all run. */
    public void limit(List<Axis> axes, Index size) {
        limits.putIfAbsent(inAnyOrder(axes), size);
    }

    private static List<Axis> inAnyOrder(List<Axis> axes) {
        return axes.stream()
                .map(axis -> new Axis(axis.symbol(), axis.from(), axis.to(), Axis.Order.ANY))
                .toList();
    }

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
        for (int k = 0; k < domain.axes().size(); k++) {
            Axis axis = domain.axes().get(k);
            Index first = bounds.least(axis.from());
            Index extent = bounds.greatest(axis.to()).minus(first);
            Index limit = isOfSizes(extent, domain)
                    ? extent
                    : limits.getOrDefault(inAnyOrder(domain.axes().subList(0, k + 1)), extent);
            boolean limited = !limit.equals(extent) && isOfSizes(limit, domain);
            extents.add(limited ? limit : extent);
            places.add(limited ? axis.place() : axis.place().minus(first));
        }
        return new Access(make(name, type, role, extents), places);
    }

    /** Whether the number follows from sizes and integers of the program, and not from entries. */
    private static boolean isOfSizes(Index index, Domain domain) {
        return index.atoms().stream()
                .noneMatch(atom -> atom instanceof Index.Extreme
                        || atom instanceof Index.Entry entry && !entry.access().isScalar()
                        || domain.axes().stream().anyMatch(axis -> axis.symbol().equals(atom)));
    }

    /** The derivative that belongs to a value of the function: named after it, with this ending. */
    public Value shadow(Value primal, String ending, Value.Role ofNamed) {
        Value.Role role = primal.role() == Value.Role.NAMED ? ofNamed : Value.Role.PARTIAL;
        return new Value(primal.name() + ending, Value.Type.REAL, role, primal.extents(), next++, primal);
    }
}
