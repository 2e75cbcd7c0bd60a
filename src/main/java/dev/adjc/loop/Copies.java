package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Index;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Computes an array where it is copied to, so that it is kept once: of {@code h.1[t, j] = tanh(q[t, j]); h[t + 1, j] =
 * copy(h.1[t, j])} only {@code h} is left, and who reads {@code h.1[t, j]} reads {@code h[t + 1, j]}.
 */
final class Copies {
    private final List<Step> steps;
    private final Set<Value> kept;
    private final Map<Value, List<Definition>> definitions = new HashMap<>();
    private final Map<Value, Definition> copies = new HashMap<>();

    private Copies(List<Step> steps, Set<Value> kept) {
        this.steps = steps;
        this.kept = kept;
    }

    /**
     * The steps with fewer arrays.
     *
     * @param arrays what would be kept in arrays
     * @param read what is read when all is done, as it is
     */
    static List<Step> without(List<Step> steps, List<Value> arrays, List<Operand> read) {
        Set<Value> kept = new HashSet<>(arrays);
        for (Operand operand : read) {
            if (operand instanceof Access access) {
                kept.remove(access.value());
            }
        }
        return new Copies(steps, kept).run();
    }

    private List<Step> run() {
        for (Step step : steps) {
            if (step instanceof Definition definition) {
                definitions
                        .computeIfAbsent(definition.value(), none -> new ArrayList<>())
                        .add(definition);
            }
        }
        for (Step step : steps) {
            if (step instanceof Definition copy && isCopy(copy)) {
                copies.putIfAbsent(((Access) copy.operand(0)).value(), copy);
            }
        }
        if (copies.isEmpty()) {
            return steps;
        }
        List<Step> fewer = new ArrayList<>();
        for (Step step : steps) {
            if (!(step instanceof Definition definition && copies.containsValue(definition))) {
                fewer.add(step.match(this::renewed, this::renewed));
            }
        }
        return fewer;
    }

    /** Whether all of an array is copied, element by element, and nothing hangs on a chain of such copies. */
    private boolean isCopy(Definition copy) {
        if (copy.operator() != Operators.COPY
                || copy.combine() != Combine.SET
                || !(copy.operand(0) instanceof Access access)
                || !kept.contains(access.value())
                || copies.containsKey(copy.value())
                || copies.values().stream().anyMatch(other -> other.value() == access.value())) {
            return false;
        }
        List<Definition> all = definitions.getOrDefault(access.value(), List.of());
        return all.size() == 1
                && all.get(0).combine() == Combine.SET
                && all.get(0).target().equals(access)
                && all.get(0).domain().equals(copy.domain())
                && copy.domain().axes().stream()
                        .allMatch(axis -> access.at().stream()
                                .anyMatch(place ->
                                        place.minus(axis.place()).literal().isPresent()));
    }

    private Step renewed(Definition definition) {
        return definition.reading(this::current).giving((Access) current(definition.target()));
    }

    private Step renewed(Requirement requirement) {
        return requirement.reading(this::current);
    }

    /** The element where it is copied to, the axes being where this access is. */
    private Operand current(Operand operand) {
        Definition copy = operand instanceof Access access ? copies.get(access.value()) : null;
        if (copy == null) {
            return operand;
        }
        List<Index> formal = ((Access) copy.operand(0)).at();
        List<Index> actual = ((Access) operand).at();
        Map<Index.Atom, Index> places = new HashMap<>();
        for (int k = 0; k < formal.size(); k++) {
            Index place = formal.get(k);
            Index read = actual.get(k);
            copy.domain().axes().stream()
                    .filter(axis -> place.minus(axis.place()).literal().isPresent())
                    .forEach(axis -> places.put(axis.symbol(), read.minus(place.minus(axis.place()))));
        }
        return copy.target().replace(atom -> Optional.ofNullable(places.get(atom)));
    }
}
