package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts off the parts of a statement until something reads them, so that the checks and the other parts that stand between do
 * not part them from their reader. What no step reads stays where it is.
 */
final class Deferral {
    private final List<Step> steps;
    private final Set<Value> read = new HashSet<>();
    private final Map<Value, List<Integer>> waiting = new HashMap<>();
    private final List<Step> ordered = new ArrayList<>();

    private Deferral(List<Step> steps) {
        this.steps = steps;
        for (Step step : steps) {
            for (Access access : Dependences.uses(List.of(step))) {
                if (!(step instanceof Definition definition && definition.value() == access.value())) {
                    read.add(access.value());
                }
            }
        }
    }

    /** The same steps, in an order that is as good; those of a loop remain beside each other. */
    static List<Step> of(List<Step> steps) {
        return new Deferral(steps).run(0);
    }

    /** All steps are rounds of the loops along the first axes. */
    private List<Step> run(int around) {
        int next = 0;
        while (next < steps.size()) {
            Step step = steps.get(next);
            int depth = rounds(step, around);
            if (depth == 0 && step instanceof Definition definition && isAwaited(definition.value())) {
                waiting.computeIfAbsent(definition.value(), none -> new ArrayList<>())
                        .add(next++);
                continue;
            }
            int end = next + 1;
            while (depth > 0 && end < steps.size() && isSameLoop(steps.get(end), step, depth)) {
                end++;
            }
            List<Step> together = steps.subList(next, end);
            fetch(together);
            ordered.addAll(depth == 0 ? together : new Deferral(together).run(depth));
            next = end;
        }
        waiting.values().stream()
                .flatMap(Collection::stream)
                .sorted()
                .map(steps::get)
                .forEach(ordered::add);
        return ordered;
    }

    /** How many axes there are down to the next loop in rounds; 0 if there is none. */
    private static int rounds(Step step, int around) {
        List<Axis> axes = step.domain().axes();
        for (int i = around; i < axes.size(); i++) {
            if (axes.get(i).isSequential()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isSameLoop(Step one, Step other, int depth) {
        return rounds(one, depth - 1) == depth
                && one.domain()
                        .axes()
                        .get(depth - 1)
                        .symbol()
                        .equals(other.domain().axes().get(depth - 1).symbol());
    }

    private boolean isAwaited(Value value) {
        return value.isPartOfStatement() && read.contains(value);
    }

    /** Adds what waits for these readers, and what that reads itself, as it was written. */
    private void fetch(List<Step> readers) {
        NavigableSet<Integer> open = new TreeSet<>();
        Dependences.uses(readers).forEach(access -> open.addAll(taken(access)));
        NavigableSet<Integer> wanted = new TreeSet<>();
        while (!open.isEmpty()) {
            int last = open.pollLast();
            wanted.add(last);
            Dependences.uses(List.of(steps.get(last))).forEach(access -> open.addAll(taken(access)));
        }
        wanted.forEach(position -> ordered.add(steps.get(position)));
    }

    private List<Integer> taken(Access access) {
        List<Integer> positions = waiting.remove(access.value());
        return positions == null ? List.of() : positions;
    }
}
