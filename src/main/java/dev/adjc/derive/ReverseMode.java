package dev.adjc.derive;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Adjoints: {@code from_bar += partial * to_bar} along every edge, against the order of the program, which runs first. */
public final class ReverseMode {
    private final Program program;
    private final Origin origin;
    private final Activity activity;
    private final List<Step> steps;
    private final Linearizer linearizer;
    private Map<Value, Value> adjoints = new HashMap<>();
    private Map<Value, Reach> reaches = new HashMap<>();

    private ReverseMode(Program program, Origin origin, ZeroRule zeroRule) {
        this.program = program;
        this.origin = origin;
        this.activity = Activity.of(program);
        this.steps = new ArrayList<>(program.steps());
        this.linearizer = new Linearizer(program, steps, zeroRule);
    }

    /** The outputs, and the adjoints of the active inputs for adjoints of the outputs, which are further parameters. */
    public static Program vjp(Program program, Origin origin, ZeroRule zeroRule) {
        return adjoints(program, origin, zeroRule).program();
    }

    /** As {@link #vjp}, with the adjoints of all values. */
    public static Shadows adjoints(Program program, Origin origin, ZeroRule zeroRule) {
        ReverseMode mode = new ReverseMode(program, origin, zeroRule);
        List<Parameter> seeds = Seeds.adjoints(program);
        mode.sweep(seeds);
        return new Shadows(Seeds.with(program, seeds, mode.steps, mode.withAdjoints()), mode.adjoints);
    }

    /** The value of a function with one output, and its gradient. */
    public static Program gradient(Program program, Origin origin, ZeroRule zeroRule) {
        ReverseMode mode = new ReverseMode(program, origin, zeroRule);
        mode.sweepOf(List.of(Literal.ONE));
        return Seeds.with(program, List.of(), mode.steps, mode.withAdjoints());
    }

    /** The outputs, and their tangents: one sweep for each output, all in one program. */
    public static Program jvp(Program program, Origin origin, ZeroRule zeroRule) {
        ReverseMode mode = new ReverseMode(program, origin, zeroRule);
        List<Parameter> tangents = Seeds.tangents(program);
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (int i = 0; i < program.outputs().size(); i++) {
            List<Literal> unit = new ArrayList<>();
            for (int k = 0; k < program.outputs().size(); k++) {
                unit.add(k == i ? Literal.ONE : Literal.ZERO);
            }
            mode.sweepOf(unit);
            String output = program.outputs().get(i).name();
            outputs.add(new Output(output, mode.weighted(tangents, output + "_dot"), Output.Kind.TANGENT));
        }
        return Seeds.with(program, tangents, mode.steps, outputs);
    }

    /** One sweep for adjoints that are given. */
    private void sweep(List<Parameter> seeds) {
        adjoints = new HashMap<>();
        reaches = new HashMap<>();
        for (int i = 0; i < seeds.size(); i++) {
            Output output = program.outputs().get(i);
            List<Index> places = output.axes().stream().map(Axis::place).collect(Collectors.toList());
            seed(output, seeds.get(i).value().at(places));
        }
        sweep();
    }

    /** One sweep for numbers: adjoints of outputs that are numbers. */
    private void sweepOf(List<Literal> seeds) {
        adjoints = new HashMap<>();
        reaches = new HashMap<>();
        for (int i = 0; i < seeds.size(); i++) {
            seed(program.outputs().get(i), seeds.get(i));
        }
        sweep();
    }

    private void seed(Output output, Operand seed) {
        boolean seeded = !seed.isLiteral(0);
        if (seeded && output.operand() instanceof Access access && activity.isActive(access.value())) {
            steps.add(new Definition(
                    adjoint(access),
                    new Domain(output.axes(), Guard.ALWAYS),
                    Combine.SUM,
                    Operators.COPY,
                    List.of(seed),
                    origin));
            reach(access.value()).add(Guard.ALWAYS);
        }
    }

    /** From last to first step. */
    private void sweep() {
        List<Step> primal = program.steps();
        while (Activity.hasRounds(program) && anticipate(primal)) {}
        for (int i = primal.size() - 1; i >= 0; i--) {
            if (primal.get(i) instanceof Definition definition && adjoints.containsKey(definition.value())) {
                follow(definition);
            }
        }
    }

    /** A round passes adjoints on to what stands behind it, as a part of the round before; whether it found more such. */
    private boolean anticipate(List<Step> primal) {
        int before = adjoints.size();
        for (int i = primal.size() - 1; i >= 0; i--) {
            if (primal.get(i) instanceof Definition definition && adjoints.containsKey(definition.value())) {
                for (int position = 0; position < definition.operands().size(); position++) {
                    if (activity.passes(definition, position)) {
                        Access from = (Access) definition.operand(position);
                        adjoint(from);
                        reach(from.value()).add(Guard.ALWAYS);
                    }
                }
            }
        }
        return adjoints.size() > before;
    }

    private void follow(Definition forward) {
        Definition definition = reversed(forward);
        reach(definition.value()).at(definition.guard()).ifPresent(arrival -> follow(definition, arrival));
    }

    private void follow(Definition definition, Reach.Arrival arrival) {
        Definition reached = definition.where(arrival.guard());
        Access arriving = adjoint(definition.target());
        for (int position = 0; position < definition.operands().size(); position++) {
            if (activity.passes(definition, position)) {
                Access from = (Access) definition.operand(position);
                Operand contribution = linearizer.pass(reached, position, arriving, arrival.certainty());
                linearizer.add(reached, adjoint(from), contribution);
                reach(from.value()).add(arrival.ofScalars());
            }
        }
    }

    /** The definition with the rounds that it is part of turned round. */
    private static Definition reversed(Definition definition) {
        return definition.domain().axes().stream().noneMatch(Axis::isSequential)
                ? definition
                : new Definition(
                        definition.target(),
                        definition.domain().reversed(),
                        definition.combine(),
                        definition.operator(),
                        definition.operands(),
                        definition.origin());
    }

    private Reach reach(Value primal) {
        return reaches.computeIfAbsent(primal, value -> new Reach());
    }

    private Access adjoint(Access primal) {
        Value adjoint = adjoints.computeIfAbsent(
                primal.value(), value -> program.values().shadow(value, "_bar", Value.Role.ADJOINT));
        return adjoint.at(primal.at());
    }

    private List<Output> withAdjoints() {
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (Parameter input : program.activeParameters()) {
            List<Axis> axes = Seeds.axes(input.value());
            List<Index> places = axes.stream().map(Axis::place).collect(Collectors.toList());
            Value adjoint = adjoints.get(input.value());
            Operand operand = adjoint == null ? Literal.ZERO : adjoint.at(places);
            outputs.add(new Output(input.name(), axes, operand, Output.Kind.ADJOINT));
        }
        return outputs;
    }

    private Operand weighted(List<Parameter> tangents, String name) {
        List<Operand> derivatives = new ArrayList<>();
        program.activeParameters().forEach(input -> derivatives.add(adjointOf(input)));
        return linearizer.weigh(name, Seeds.read(tangents), derivatives, origin);
    }

    private Operand adjointOf(Parameter input) {
        Value adjoint = adjoints.get(input.value());
        return adjoint == null ? Literal.ZERO : adjoint.read();
    }
}
