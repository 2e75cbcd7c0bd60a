package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Where values lie that outlive a routine: in an argument array, or in a slot of the work space from the first routine that
 * gives them to the last one that reads them.
 */
final class Places {
    private final Set<Value> arguments;
    private final ValueMap<Lifetime> lifetimes = new ValueMap<>();
    private final List<Value> known = new ArrayList<>();
    private final Map<Value, Integer> slots = new HashMap<>();
    private final Map<Integer, List<Value>> opened = new HashMap<>();
    private int count;

    private static final class Lifetime {
        private int first = Integer.MAX_VALUE;
        private int last = -1;
        private int lastGiven = -1;
        private int definitions;
    }

    /** The values in the argument arrays have their places already. */
    Places(Set<Value> arguments) {
        this.arguments = arguments;
    }

    /** Notes what a step of this routine, counted from 0, gives and reads. */
    void note(Step step, int routine) {
        for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
            note(guard.condition(), routine);
        }
        step.match(definition -> note(definition, routine), requirement -> {
            note(requirement.condition(), routine);
            requirement.shown().forEach(shown -> note(shown.operand(), routine));
            return requirement;
        });
    }

    private Definition note(Definition definition, int routine) {
        definition.operands().forEach(operand -> note(operand, routine));
        Lifetime lifetime = lifetime(definition.value());
        lifetime.first = Math.min(lifetime.first, routine);
        lifetime.last = Math.max(lifetime.last, routine);
        lifetime.lastGiven = routine;
        lifetime.definitions++;
        return definition;
    }

    /** Notes that this routine reads the operand. */
    void note(Operand operand, int routine) {
        for (Access access : Reads.accesses(operand)) {
            Lifetime lifetime = lifetime(access.value());
            lifetime.last = Math.max(lifetime.last, routine);
        }
    }

    /** Notes a value that the caller hands over. */
    void given(Value value) {
        Lifetime lifetime = lifetimes.get(value);
        if (lifetime != null) {
            lifetime.first = -1;
        }
    }

    /** The routine after which the value is complete. */
    int completed(Value value) {
        return Math.max(0, lifetime(value).lastGiven);
    }

    /** Gives each value that outlives a routine the lowest slot that is free from its first routine to its last. */
    void allocate(Set<Value> constants) {
        Map<Integer, List<Value>> starting = new HashMap<>();
        List<Value> order = new ArrayList<>(known);
        Collections.sort(order);
        int end = 0;
        for (Value value : order) {
            Lifetime lifetime = lifetimes.get(value);
            boolean owned = !arguments.contains(value) && !constants.contains(value);
            if (owned && lifetime != null && lifetime.first < lifetime.last) {
                starting.computeIfAbsent(lifetime.first, none -> new ArrayList<>())
                        .add(value);
                end = Math.max(end, lifetime.last);
            }
        }
        PriorityQueue<Integer> free = new PriorityQueue<>();
        Map<Integer, List<Integer>> ending = new HashMap<>();
        for (int routine = -1; routine <= end; routine++) {
            for (Value value : starting.getOrDefault(routine, List.of())) {
                Integer slot = free.poll();
                int place = slot == null ? count++ : slot;
                slots.put(value, place);
                ending.computeIfAbsent(lifetime(value).last, none -> new ArrayList<>())
                        .add(place);
                opened.computeIfAbsent(Math.max(0, routine), none -> new ArrayList<>())
                        .add(value);
            }
            free.addAll(ending.getOrDefault(routine, List.of()));
        }
    }

    /** Whether the value lies where every routine finds it. */
    boolean has(Value value) {
        return arguments.contains(value) || slots.containsKey(value);
    }

    /** Whether several definitions give the value, so that no routine holds a copy of it. */
    boolean isShared(Value value) {
        Lifetime lifetime = lifetimes.get(value);
        return lifetime != null && lifetime.definitions > 1;
    }

    /** The values whose slot is taken from this routine on. */
    Set<Value> opened(int routine) {
        return new HashSet<>(opened.getOrDefault(routine, List.of()));
    }

    Map<Value, Integer> slots() {
        return slots;
    }

    /** How many slots there are. */
    int count() {
        return count;
    }

    private Lifetime lifetime(Value value) {
        Lifetime lifetime = lifetimes.get(value);
        if (lifetime == null) {
            lifetime = new Lifetime();
            lifetimes.put(value, lifetime);
            known.add(value);
        }
        return lifetime;
    }
}
