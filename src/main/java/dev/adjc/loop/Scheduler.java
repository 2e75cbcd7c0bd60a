package dev.adjc.loop;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.loop.Node.Block;
import dev.adjc.operator.Operator.Trait;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Divides a program into constants and routines, and gives what routines leave to each other a slot of the work space.
 *
 * <p>The lines that a routine consists of are {@link RoutineBuilder}'s matter.
 */
public final class Scheduler {
    private final Program program;
    private final Set<Value> placed;
    private final Set<Value> constants = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    private Scheduler(Program program, Set<Value> placed) {
        this.program = program;
        this.placed = placed;
    }

    /** Whether a program has room in one routine. */
    public static boolean fitsOneRoutine(Program program) {
        int size = program.outputs().size() * Size.DELIVERY;
        for (Step step : program.steps()) {
            size += Size.WHOLE.of(step);
            if (size > Size.WHOLE.limit()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Schedules a program as one routine, whose results are handed over at its end.
     *
     * @param placed parameters that lie in an argument array
     */
    public static Schedule whole(Program program, Set<Value> placed) {
        Scheduler scheduler = new Scheduler(program, placed);
        return scheduler.whole(scheduler.sort());
    }

    /**
     * Schedules a program as routines that deliver the outputs themselves.
     *
     * @param placed parameters that lie in an array, whichever routine reads them
     */
    public static Schedule divided(Program program, Set<Value> placed) {
        Scheduler scheduler = new Scheduler(program, placed);
        return scheduler.split(scheduler.sort());
    }

    /** Whether a program needs loops, and places for arrays. */
    public static boolean hasArrays(Program program) {
        return program.parameters().stream()
                        .anyMatch(parameter -> parameter.value().rank() > 0)
                || program.outputs().stream().anyMatch(output -> !output.axes().isEmpty())
                || program.steps().stream().anyMatch(step -> !step.domain().isPoint());
    }

    /**
     * Schedules a program with arrays; all outputs that are numbers are handed over at the end.
     *
     * @param added the kinds of outputs that are added to what the caller's arrays hold
     * @param origin that of the function
     */
    public static Schedule nested(Program program, Set<Output.Kind> added, Origin origin, Joining joining) {
        Delivery delivery = Delivery.of(program, added, origin);
        Program invariant =
                Invariants.apply(delivery.program(), delivery.outlets().keySet());
        Scheduler scheduler = new Scheduler(EmptyRanges.apply(invariant), Set.of());
        return scheduler.nest(scheduler.sort(), delivery, joining);
    }

    private Schedule nest(List<Step> constantSteps, Delivery delivery, Joining joining) {
        Block root = Nesting.nest(joining == Joining.NONE ? steps : Deferral.of(steps), joining);
        Set<Value> whole = new HashSet<>(delivery.outlets().keySet());
        program.parameters().forEach(parameter -> whole.add(parameter.value()));
        List<Output> numbers = program.outputs().stream()
                .filter(output -> output.axes().isEmpty())
                .toList();
        List<Operand> results = operands(numbers);
        Storage storage = Storage.of(root, whole, delivery.added(), results);
        if (joining != Joining.NONE) {
            List<Step> fewer = Copies.without(Dependences.steps(root), storage.arrays(), results);
            root = Nesting.nest(fewer, joining);
            storage = Storage.of(root, whole, delivery.added(), results);
            fewer = Recomputation.instead(Dependences.steps(root), results, storage, program.values());
            root = Nesting.nest(fewer, joining);
            storage = Storage.of(root, whole, delivery.added(), results);
            CarriedNumbers.Named named = CarriedNumbers.in(root, storage, results, program.values());
            root = named.root();
            results = named.results();
            storage = Storage.of(root, whole, delivery.added(), results);
        }
        return nest(constantSteps, delivery, root, storage, whole, numbers, results);
    }

    private Schedule nest(
            List<Step> constantSteps,
            Delivery delivery,
            Block root,
            Storage storage,
            Set<Value> whole,
            List<Output> numbers,
            List<Operand> results) {
        Set<Value> inArrays = new HashSet<>(storage.arrays());
        whole.stream().filter(value -> value.rank() > 0).forEach(inArrays::add);
        Set<Value> opened = new LinkedHashSet<>(storage.arraysOf(root));
        RoutineBuilder builder = new RoutineBuilder(root, results, opened, new Places(inArrays), storage);
        List<Statement> statements = builder.build();
        List<Statement.Deliver> deliveries = deliveries(numbers, results, builder);
        Crossing divided = Division.of(statements, deliveries, storage::lengths, program.values());
        Map<Value, List<Index>> arrays = new LinkedHashMap<>();
        storage.arrays().forEach(value -> arrays.put(value, storage.extents(value)));
        return new Schedule(
                constants(constantSteps),
                List.of(new Routine(divided.statements())),
                divided.slots(),
                divided.slots().size(),
                arrays,
                delivery.outlets(),
                deliveries);
    }

    /** Sets the constants apart from the steps. */
    private List<Step> sort() {
        List<Step> constantSteps = new ArrayList<>();
        ValueMap<Integer> definitions = new ValueMap<>();
        for (Step step : program.steps()) {
            if (step instanceof Definition definition) {
                definitions.put(definition.value(), definitions.getOrDefault(definition.value(), 0) + 1);
            }
        }
        for (Step step : program.steps()) {
            if (step instanceof Definition definition
                    && definitions.getOrDefault(definition.value(), 0) == 1
                    && isConstant(definition)) {
                constants.add(definition.value());
                constantSteps.add(new Definition(
                        definition.target(),
                        Domain.POINT,
                        Combine.SET,
                        definition.operator(),
                        definition.operands(),
                        definition.origin()));
            } else {
                steps.add(step);
            }
        }
        return constantSteps;
    }

    private boolean isConstant(Definition definition) {
        return definition.combine() == Combine.SET
                && definition.value().rank() == 0
                && !definition.operator().is(Trait.EXTERN)
                && !definition.operator().givesCondition()
                && definition.operands().stream()
                        .allMatch(operand -> operand instanceof Literal
                                || operand instanceof Access access && constants.contains(access.value()));
    }

    private Schedule whole(List<Step> constantSteps) {
        RoutineBuilder routine = new RoutineBuilder(steps, operands(program.outputs()), Set.of(), new Places(placed));
        List<Statement> statements = routine.build();
        return new Schedule(
                constants(constantSteps),
                List.of(new Routine(statements)),
                Map.of(),
                0,
                deliveries(program.outputs(), operands(program.outputs()), routine));
    }

    /** Fills routines one after another, then gives slots by first definition and last use. */
    private Schedule split(List<Step> constantSteps) {
        List<List<Step>> parts = parts();
        int last = parts.size() - 1;
        Places places = new Places(placed);
        for (int part = 0; part <= last; part++) {
            for (Step step : parts.get(part)) {
                places.note(step, part);
            }
        }
        Map<Integer, List<Output>> delivered = new HashMap<>();
        for (Output output : program.outputs()) {
            int part = output.operand() instanceof Access access ? places.completed(access.value()) : last;
            places.note(output.operand(), part);
            delivered.computeIfAbsent(part, none -> new ArrayList<>()).add(output);
        }
        program.parameters().forEach(parameter -> places.given(parameter.value()));
        places.allocate(constants);
        Map<Output, Integer> positions = positions();
        List<Routine> routines = new ArrayList<>();
        for (int part = 0; part <= last; part++) {
            List<Output> outputs = delivered.getOrDefault(part, List.of());
            RoutineBuilder builder =
                    new RoutineBuilder(parts.get(part), operands(outputs), places.opened(part), places);
            List<Statement> statements = new ArrayList<>(builder.build());
            for (Output output : outputs) {
                statements.add(new Statement.Deliver(
                        output.kind(), requireNonNull(positions.get(output)), builder.term(output.operand())));
            }
            routines.add(new Routine(statements));
        }
        return new Schedule(constants(constantSteps), routines, places.slots(), places.count(), List.of());
    }

    /** What is computed once, when the class is loaded: what other constants alone read is part of their expression. */
    private List<Statement.Assign> constants(List<Step> constantSteps) {
        List<Operand> read = new ArrayList<>(operands(program.outputs()));
        for (Step step : steps) {
            step.match(definition -> read.addAll(definition.operands()), requirement -> {
                requirement.shown().forEach(shown -> read.add(shown.operand()));
                return read.add(requirement.condition());
            });
        }
        read.removeIf(operand -> !(operand instanceof Access access && constants.contains(access.value())));
        List<Operand> fields = new ArrayList<>(read);
        fields.addAll(read);
        List<Statement.Assign> assigns = new ArrayList<>();
        for (Statement statement : new RoutineBuilder(constantSteps, fields, Set.of(), new Places(Set.of())).build()) {
            assigns.add((Statement.Assign) statement);
        }
        return assigns;
    }

    private List<Statement.Deliver> deliveries(List<Output> outputs, List<Operand> operands, RoutineBuilder routine) {
        Map<Output, Integer> positions = positions();
        List<Statement.Deliver> deliveries = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            deliveries.add(new Statement.Deliver(
                    output.kind(), requireNonNull(positions.get(output)), routine.term(operands.get(i))));
        }
        return deliveries;
    }

    private static List<Operand> operands(List<Output> outputs) {
        List<Operand> operands = new ArrayList<>();
        outputs.forEach(output -> operands.add(output.operand()));
        return operands;
    }

    /** Where each output stands among those of its kind. */
    private Map<Output, Integer> positions() {
        Map<Output.Kind, Integer> counts = new EnumMap<>(Output.Kind.class);
        Map<Output, Integer> positions = new HashMap<>();
        for (Output output : program.outputs()) {
            positions.put(output, counts.merge(output.kind(), 1, Integer::sum) - 1);
        }
        return positions;
    }

    private List<List<Step>> parts() {
        List<List<Step>> parts = new ArrayList<>();
        List<Step> part = new ArrayList<>();
        int size = 0;
        Guard before = Guard.ALWAYS;
        for (Step step : steps) {
            int wanted = Size.PART.of(step);
            if (size + wanted > Size.PART.limit() && !part.isEmpty()) {
                parts.add(part);
                part = new ArrayList<>();
                size = 0;
                before = Guard.ALWAYS;
            }
            size += step.domain().guard().equals(before) ? wanted - Size.PART.guard(before) : wanted;
            before = step.domain().guard();
            part.add(step);
        }
        parts.add(part);
        return parts;
    }
}
