package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Puts off the parts of a statement until something reads them, so that the checks and the other parts that stand between do
 * not part them from their reader.
 */
final class Deferral {
    private final List<Step> steps;
    private final Map<Value, List<Integer>> waiting = new HashMap<>();
    private final List<Step> ordered = new ArrayList<>();

    private Deferral(List<Step> steps) {
        this.steps = steps;
    }

    /**
     * The same steps, in an order that is as good.
     *
     * @param stays which steps have to remain beside their neighbours
     */
    static List<Step> of(List<Step> steps, Predicate<Step> stays) {
        return new Deferral(steps).run(stays);
    }

    private List<Step> run(Predicate<Step> stays) {
        int next = 0;
        while (next < steps.size()) {
            Step step = steps.get(next);
            if (step instanceof Definition definition && definition.value().isPartOfStatement() && !stays.test(step)) {
                waiting.computeIfAbsent(definition.value(), none -> new ArrayList<>())
                        .add(next++);
                continue;
            }
            int end = next + 1;
            while (stays.test(step) && end < steps.size() && stays.test(steps.get(end))) {
                end++;
            }
            List<Step> neighbours = steps.subList(next, end);
            fetch(neighbours);
            ordered.addAll(neighbours);
            next = end;
        }
        waiting.values().stream()
                .flatMap(Collection::stream)
                .sorted()
                .map(steps::get)
                .forEach(ordered::add);
        return ordered;
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
