package dev.adjc.ir;

import dev.adjc.operator.Operator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * For every point of the domain: {@code target = operator(operands)}, or {@code target += operator(operands)}.
 *
 * <p>An axis that the target does not mention is summed over; one that an operand does not mention is broadcast. Printed
 * {@code z4 = pow(z3, a)}, {@code x1_bar += t3 * z1_bar   if c} and {@code q[m] += t3[m, d]   over m < M, d < D}.
 */
public record Definition(
        Access target, Domain domain, Combine combine, Operator operator, List<Operand> operands, Origin origin)
        implements Step {

    public Definition {
        operands = List.copyOf(operands);
    }

    /** The value of which elements are given. */
    public Value value() {
        return target.value();
    }

    public Guard guard() {
        return domain.guard();
    }

    @Override
    public Definition where(Guard guard) {
        return new Definition(target, domain.with(guard), combine, operator, operands, origin);
    }

    /** Whether, guards aside, all elements of the value are given: an axis of its own runs along each dimension. */
    public boolean reachesAll() {
        return reachesAll(dimension -> true);
    }

    /** As {@link #reachesAll()}, of the elements that share their places in the other dimensions. */
    public boolean reachesAll(IntPredicate dimensions) {
        List<Index> places = target.at();
        List<Index> extents = value().extents();
        for (int k = 0; k < places.size(); k++) {
            Index place = places.get(k);
            Index extent = extents.get(k);
            boolean along = domain.axes().stream().anyMatch(axis -> axis.covers(place, extent));
            if (dimensions.test(k) && (!along || places.indexOf(place) < k)) {
                return false;
            }
        }
        return true;
    }

    /** The same for another target. */
    public Definition giving(Access other) {
        return new Definition(other, domain, combine, operator, operands, origin);
    }

    @Override
    public Definition reading(UnaryOperator<Operand> current) {
        List<Operand> renewed = operands.stream().map(current).toList();
        return new Definition(target, domain.reading(current), combine, operator, renewed, origin);
    }

    public Operand operand(int position) {
        return operands.get(position);
    }
}
