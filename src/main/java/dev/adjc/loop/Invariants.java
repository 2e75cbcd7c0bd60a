package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of a loop what is the same in each of its rounds: {@code t[n, m] = exp(s[m])   over n < N, m < M} becomes
 * {@code t[m] = exp(s[m])   over m < M}. An element that is read there must exist even where the loop has no rounds.
 */
public final class Invariants {
    private final Program program;
    private final Purpose purpose;
    private final Set<Value> fixed;
    private final Map<Value, List<Axis>> summed = new HashMap<>();
    private final Set<Index> positive = new HashSet<>();
    private final Map<Value, Integer> definitions = new HashMap<>();
    private final Map<Value, Narrowed> narrowed = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Rounds> loops = new ArrayList<>();

    /** A loop that the present step belongs to, one within the other: its axes, its first step, and what it gives. */
    private static final class Rounds {
        private final List<Axis> axes;
        private final Set<Value> given = new HashSet<>();
        private int start;

        Rounds(List<Axis> axes, int start) {
            this.axes = axes;
            this.start = start;
        }

        boolean contains(List<Axis> others) {
            return others.size() >= axes.size()
                    && others.subList(0, axes.size()).equals(axes);
        }
    }

    /** A value that has only some dimensions of another one. */
    private record Narrowed(Value value, List<Integer> dimensions) {}

    /** What becomes of the program. */
    private enum Purpose {
        DERIVATION,
        SCHEDULE
    }

    private Invariants(Program program, Set<Value> fixed, Purpose purpose) {
        this.program = program;
        this.purpose = purpose;
        this.fixed = new HashSet<>(fixed);
        survey();
    }

    /** A program that is to be differentiated, with smaller domains. */
    public static Program ofPrimal(Program program) {
        return new Invariants(program, Set.of(), Purpose.DERIVATION).run();
    }

    /** A program that is to be scheduled, with smaller domains; values that lie with the caller keep theirs. */
    static Program apply(Program program, Set<Value> fixed) {
        return new Invariants(program, fixed, Purpose.SCHEDULE).run();
    }

    /** Takes note of what the program requires to be positive, wherever it does. */
    private void survey() {
        Map<Access, Definition> conditions = new HashMap<>();
        for (Step step : program.steps()) {
            step.match(
                    definition -> {
                        definitions.merge(definition.value(), 1, Integer::sum);
                        conditions.put(definition.target(), definition);
                        return definition;
                    },
                    requirement -> {
                        Definition condition = conditions.get(requirement.condition());
                        if (requirement.domain().equals(Domain.POINT)
                                && condition != null
                                && condition.operator() == Operators.GREATER
                                && condition.operand(0) instanceof IndexNumber number
                                && condition.operand(1).isLiteral(0)) {
                            positive.add(number.index());
                        }
                        return requirement;
                    });
        }
    }

    private Program run() {
        for (Step step : program.steps()) {
            enter(step.domain());
            step.match(this::define, this::require);
        }
        List<Output> outputs = new ArrayList<>();
        program.outputs().forEach(output -> outputs.add(output.with(current(output.operand()))));
        return program.with(steps, outputs);
    }

    /** Takes note of where the loops start whose rounds the steps are. */
    private void enter(Domain domain) {
        List<Axis> axes = domain.axes();
        loops.subList(loopsAround(axes), loops.size()).clear();
        int last = loops.isEmpty() ? 0 : loops.get(loops.size() - 1).axes.size();
        for (int i = last; i < axes.size(); i++) {
            if (axes.get(i).isSequential()) {
                loops.add(new Rounds(axes.subList(0, i + 1), steps.size()));
            }
        }
    }

    /** How many of the loops have rounds for what runs along these axes. */
    private int loopsAround(List<Axis> axes) {
        int around = 0;
        while (around < loops.size() && loops.get(around).contains(axes)) {
            around++;
        }
        return around;
    }

    /** Whether the step, run along fewer axes, is outside a loop that gives what it reads. */
    private boolean isOfRounds(Step step, List<Axis> needed) {
        int around = loopsAround(needed);
        return around < loops.size()
                && reads(step).stream()
                        .anyMatch(access -> loops.get(around).given.contains(access.value()));
    }

    /** Adds a step behind the others, or before the loops that it has no part in. */
    private boolean add(Step step) {
        int around = loopsAround(step.domain().axes());
        int place = around < loops.size() ? loops.get(around).start : steps.size();
        loops.subList(around, loops.size()).forEach(inner -> inner.start++);
        if (step instanceof Definition definition) {
            loops.subList(0, around).forEach(outer -> outer.given.add(definition.value()));
            summed.put(definition.value(), summed(definition));
        }
        steps.add(place, step);
        return true;
    }

    private boolean define(Definition old) {
        Definition definition = old.reading(this::current);
        List<Axis> needed = definition.domain().axes();
        if (mayBeNarrowed(definition)) {
            needed = needed(definition);
        }
        if (needed.size() == definition.domain().axes().size()
                || isOfRounds(definition, needed)
                || !areThere(definition, needed)
                || mayMeetNothing(definition, needed)) {
            return add(definition);
        }
        List<Integer> dimensions = new ArrayList<>();
        for (int k = 0; k < definition.target().at().size(); k++) {
            Index place = definition.target().at().get(k);
            if (needed.stream().anyMatch(axis -> place.mentions(axis.symbol()))) {
                dimensions.add(k);
            }
        }
        Value value = definition.value();
        Value less = program.values()
                .make(
                        value.name(),
                        value.type(),
                        value.role(),
                        dimensions.stream().map(value.extents()::get).toList());
        narrowed.put(value, new Narrowed(less, dimensions));
        return add(new Definition(
                (Access) current(definition.target()),
                new Domain(needed, definition.guard()),
                definition.combine(),
                definition.operator(),
                definition.operands(),
                definition.origin()));
    }

    /** What must hold in each round is asked for once, if there is a round. */
    private boolean require(Requirement old) {
        Requirement requirement = old.reading(this::current);
        List<Axis> needed = needed(requirement.domain().axes(), List.of(), spoken(requirement));
        List<Axis> dropped = new ArrayList<>(requirement.domain().axes());
        dropped.removeAll(needed);
        boolean independent = dropped.stream()
                .noneMatch(axis -> dropped.stream()
                        .anyMatch(other -> axis.from().mentions(other.symbol())
                                || axis.to().mentions(other.symbol())));
        if (dropped.isEmpty() || !independent || isOfRounds(requirement, needed)) {
            return add(requirement);
        }
        Guard guard = Guard.ALWAYS;
        for (Axis axis : dropped) {
            if (axis.extent().literal().orElse(0) <= 0) {
                Domain domain = new Domain(needed(needed, List.of(), List.of(axis.from(), axis.to())), Guard.ALWAYS);
                Access some = program.values().over(domain, "c", Value.Type.CONDITION, Value.Role.TEMPORARY);
                List<Operand> ends = List.of(new IndexNumber(axis.from()), new IndexNumber(axis.to()));
                add(new Definition(some, domain, Combine.SET, Operators.LESS, ends, old.origin()));
                guard = guard.and(some, true);
            }
        }
        return add(new Requirement(
                new Domain(needed, within(guard, requirement.guard())),
                requirement.condition(),
                requirement.message(),
                requirement.shown(),
                requirement.origin()));
    }

    /**
     * Whether the definition would be differentiated though the rounds that it is written in have no place: nothing is
     * contributed to its adjoint then, and zero times an infinite factor would be contributed all the same. No harm is done
     * where an axis that is kept, or along which its operands are sums, is empty as well, or the program refuses to go on.
     */
    private boolean mayMeetNothing(Definition definition, List<Axis> needed) {
        boolean multiplies = definition.operator() == Operators.MULTIPLY || definition.operator() == Operators.DIVIDE;
        return purpose == Purpose.DERIVATION
                && multiplies
                && definition.domain().axes().stream()
                        .filter(axis -> !needed.contains(axis))
                        .filter(axis -> axis.extent().literal().orElse(0) <= 0 && !positive.contains(axis.extent()))
                        .filter(axis -> !hasExtentOf(axis, needed))
                        .anyMatch(
                                axis -> !definition.operands().stream().allMatch(operand -> isSumAlong(axis, operand)));
    }

    /** Whether the operand is a sum of as many terms as the axis has places, or nothing that has an adjoint. */
    private boolean isSumAlong(Axis axis, Operand operand) {
        return !(operand instanceof Access access) || hasExtentOf(axis, summed.getOrDefault(access.value(), List.of()));
    }

    private static boolean hasExtentOf(Axis axis, List<Axis> others) {
        return others.stream().anyMatch(other -> other.extent().equals(axis.extent()));
    }

    private static Guard within(Guard outer, Guard guard) {
        return guard.isAlways() ? outer : within(outer, guard.outer()).and(guard.condition(), guard.expected());
    }

    /** Whether all of the value is given by this definition, each element by the axes in its place. */
    private boolean mayBeNarrowed(Definition definition) {
        Value value = definition.value();
        return !fixed.contains(value)
                && value.rank() > 0
                && definitions.getOrDefault(value, 0) == 1
                && !definition.operator().is(Trait.EXTERN)
                && coversAll(definition);
    }

    /**
     * Whether an axis of its own runs along each dimension; of what is added to, and of derivatives, elements that it leaves
     * out are read as well.
     */
    private static boolean coversAll(Definition definition) {
        if (definition.combine() != Combine.SET || !definition.value().isPrimal()) {
            return definition.reachesAll();
        }
        List<Axis> free = new ArrayList<>(definition.domain().axes());
        for (Index place : definition.target().at()) {
            Optional<Axis> along = free.stream()
                    .filter(axis -> place.minus(axis.place()).literal().isPresent())
                    .findFirst();
            if (along.isEmpty()) {
                return false;
            }
            free.remove(along.get());
        }
        return true;
    }

    /** The axes that something speaks of, or that are summed over. */
    private static List<Axis> needed(Definition definition) {
        return needed(definition.domain().axes(), summed(definition), spoken(definition));
    }

    private static List<Axis> summed(Definition definition) {
        List<Index> places = definition.target().at();
        return definition.domain().axes().stream()
                .filter(axis -> places.stream().noneMatch(place -> place.mentions(axis.symbol())))
                .toList();
    }

    /** Those of the axes that are wanted anyway or spoken of, and those that these depend on. */
    private static List<Axis> needed(List<Axis> axes, List<Axis> wanted, List<Index> spoken) {
        List<Index> all = new ArrayList<>(spoken);
        List<Axis> needed = new ArrayList<>();
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            if (wanted.contains(axis) || all.stream().anyMatch(index -> index.mentions(axis.symbol()))) {
                needed.add(0, axis);
                all.add(axis.from());
                all.add(axis.to());
            }
        }
        return needed;
    }

    /** All numbers that say what the step reads. */
    private static List<Index> spoken(Step step) {
        List<Index> spoken = new ArrayList<>();
        reads(step).forEach(access -> spoken.addAll(access.at()));
        List<Operand> operands = step.match(
                Definition::operands,
                requirement -> requirement.shown().stream()
                        .map(Requirement.Shown::operand)
                        .toList());
        for (Operand operand : operands) {
            if (operand instanceof IndexNumber number) {
                spoken.add(number.index());
            }
        }
        return spoken;
    }

    private static List<Access> reads(Step step) {
        List<Access> reads = new ArrayList<>(Reads.accesses(step));
        for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
            reads.add(guard.condition());
        }
        return reads;
    }

    /** Whether all that is read exists at each point of the axes, whatever the others do, and so do the axes' ends. */
    private static boolean areThere(Definition definition, List<Axis> axes) {
        for (int i = 0; i < axes.size(); i++) {
            Bounds outer = Bounds.of(axes.subList(0, i));
            if (!outer.isDefined(axes.get(i).from())
                    || !outer.isDefined(axes.get(i).to())) {
                return false;
            }
        }
        Bounds bounds = Bounds.of(axes);
        return reads(definition).stream().allMatch(bounds::isThere)
                && definition.operands().stream()
                        .allMatch(operand ->
                                !(operand instanceof IndexNumber number) || bounds.isDefined(number.index()));
    }

    // ---- what is read now

    private Operand current(Operand operand) {
        if (!(operand instanceof Access access)) {
            return operand;
        }
        Narrowed less = narrowed.get(access.value());
        return less == null
                ? access
                : less.value()
                        .at(less.dimensions().stream().map(access.at()::get).toList());
    }
}
