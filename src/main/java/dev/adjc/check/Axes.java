package dev.adjc.check;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The indices that run at a place of a function, and what can be proved of accesses there.
 *
 * <p>An access is claimed to leave its array only if it does so at a point that is reached whenever no size is zero.
 */
final class Axes {
    private final Deque<Optional<Axis>> open = new ArrayDeque<>();
    private final Set<Symbol> unsigned = new HashSet<>();
    private int guards;

    /** An integer that may be negative; sizes are not. */
    void unsigned(Symbol integer) {
        unsigned.add(integer);
    }

    /** Enters the reach of an index; nothing, if a mistake hides its range. */
    void enter(Optional<Axis> axis) {
        open.addLast(axis);
    }

    void leave() {
        open.removeLast();
    }

    /** Enters what is evaluated under a condition only: nothing is proved there. */
    void enterGuard() {
        guards++;
    }

    void leaveGuard() {
        guards--;
    }

    /** What a position is at a reachable point where it is below 0 or not below the extent. */
    Optional<Index> outside(Index position, Index extent) {
        try {
            return below(position).or(() -> beyond(position, extent));
        } catch (ArithmeticException tooLargeToProve) {
            return Optional.empty();
        }
    }

    private Optional<Index> below(Index position) {
        return proof().flatMap(bounds ->
                affine(position).map(bounds::least).filter(this::isSigned).filter(bounds::isAlwaysNegative));
    }

    private Optional<Index> beyond(Index position, Index extent) {
        return proof().filter(bounds -> affine(position.minus(extent))
                        .map(bounds::greatest)
                        .filter(this::isSigned)
                        .filter(bounds::isNeverNegative)
                        .isPresent())
                .map(bounds -> bounds.greatest(position));
    }

    /** Bounds that are attained: nothing guards the access, and each range is a rectangle's side that has a place. */
    private Optional<Bounds> proof() {
        List<Axis> axes = new ArrayList<>();
        for (Optional<Axis> axis : open) {
            axis.ifPresent(axes::add);
        }
        boolean attained = guards == 0
                && axes.size() == open.size()
                && axes.stream().allMatch(axis -> isFree(axis.from()) && isFree(axis.to()) && mayHavePlaces(axis));
        return attained ? Optional.of(Bounds.of(axes)) : Optional.empty();
    }

    /** Not if it is empty for sizes of 1 and then for all larger ones. */
    private static boolean mayHavePlaces(Axis axis) {
        Map<List<Index.Atom>, Long> terms = axis.extent().terms();
        boolean grows =
                terms.entrySet().stream().anyMatch(term -> !term.getKey().isEmpty() && term.getValue() > 0);
        return grows || terms.values().stream().mapToLong(factor -> factor).sum() > 0;
    }

    /** Whether no index that runs here is in the form. */
    private boolean isFree(Index form) {
        return open.stream().flatMap(Optional::stream).noneMatch(axis -> form.mentions(axis.symbol()));
    }

    /** Whether only sizes are left in the form. */
    private boolean isSigned(Index form) {
        return isFree(form) && unsigned.stream().noneMatch(form::mentions);
    }

    /** The form, if indices stand in it with literal factors only, and nothing of which the sign is unknown. */
    private Optional<Index> affine(Index form) {
        for (Map.Entry<List<Index.Atom>, Long> term : form.terms().entrySet()) {
            List<Index.Atom> atoms = term.getKey();
            boolean known = atoms.stream().allMatch(Symbol.class::isInstance);
            boolean linear = atoms.size() <= 1 || atoms.stream().allMatch(atom -> isFree(Index.of(atom)));
            if (!known || !linear) {
                return Optional.empty();
            }
        }
        return Optional.of(form);
    }
}
