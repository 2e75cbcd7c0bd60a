package dev.adjc.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The points for which a step is carried out: one for each combination of the axes' places at which the guard holds. A
 * scalar's domain has no axes and so a single point.
 *
 * <p>Steps that follow one another and share a sequential axis are rounds of one loop: at each place of the axis all of
 * them are carried out, before any is at the next place.
 *
 * @param axes the bounds of each may speak of those before it
 */
public record Domain(List<Axis> axes, Guard guard) {

    /** The single point, always. */
    public static final Domain POINT = new Domain(List.of(), Guard.ALWAYS);

    public Domain {
        axes = List.copyOf(axes);
    }

    /** The single point, where the guard holds. */
    public static Domain where(Guard guard) {
        return guard.isAlways() ? POINT : new Domain(List.of(), guard);
    }

    /** The same points, as far as another guard holds. */
    public Domain with(Guard other) {
        return other.equals(guard) ? this : axes.isEmpty() ? where(other) : new Domain(axes, other);
    }

    /** The same points, each condition of the guard being what the function makes of it. */
    Domain reading(UnaryOperator<Operand> current) {
        return with(guard.reading(current));
    }

    /** The points of this domain, each as often as the axis has places. */
    public Domain along(Axis axis) {
        List<Axis> longer = new ArrayList<>(axes);
        longer.add(axis);
        return new Domain(longer, guard);
    }

    /** The same points, rounds in the opposite order. */
    public Domain reversed() {
        return new Domain(axes.stream().map(Axis::reversed).collect(Collectors.toList()), guard);
    }

    /** Whether each axis of the other domain has its symbol here. */
    public boolean hasAxesOf(Domain other) {
        return places().containsAll(other.places());
    }

    /** Whether there are no axes. */
    public boolean isPoint() {
        return axes.isEmpty();
    }

    /** Where each axis is. */
    public List<Index> places() {
        return axes.stream().map(Axis::place).collect(Collectors.toList());
    }
}
