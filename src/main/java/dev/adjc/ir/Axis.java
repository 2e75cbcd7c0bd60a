package dev.adjc.ir;

import java.util.Optional;
import java.util.function.Function;

/**
 * A direction in which a step is repeated, for each whole number from a first one up to an end that is left out. Bounds may
 * speak of the axes before it.
 *
 * <p>Printed {@code j < i}, {@code t in 1..<n}, {@code t in n>..0} where the places follow one another downwards.
 */
public record Axis(Symbol symbol, Index from, Index to, Order order) {

    /** How the places of an axis follow one another. */
    public enum Order {
        /** In any order, or at once: no place needs what another one gives. */
        ANY,
        /** Rounds, the first place first. */
        UP,
        /** Rounds, the last place first. */
        DOWN;

        public Order reversed() {
            return this == ANY ? ANY : this == UP ? DOWN : UP;
        }
    }

    public static Axis of(String name, Index extent) {
        return new Axis(Symbol.of(name), Index.ZERO, extent, Order.ANY);
    }

    /** The place at which the axis is. */
    public Index place() {
        return Index.of(symbol);
    }

    public boolean isSequential() {
        return order != Order.ANY;
    }

    /** How many places there are. */
    public Index extent() {
        return to.minus(from);
    }

    /** Whether the axis is at this place, and so at each place below the extent. */
    public boolean covers(Index place, Index extent) {
        return place().equals(place) && from.isLiteral(0) && to.equals(extent);
    }

    public Axis reversed() {
        return new Axis(symbol, from, to, order.reversed());
    }

    public Axis replace(Function<Index.Atom, Optional<Index>> replacement) {
        return new Axis(symbol, from.replace(replacement), to.replace(replacement), order);
    }

    @Override
    public String toString() {
        if (order == Order.DOWN) {
            return symbol + " in " + to + ">.." + from;
        }
        return order == Order.ANY && from.isLiteral(0) ? symbol + " < " + to : symbol + " in " + from + "..<" + to;
    }
}
