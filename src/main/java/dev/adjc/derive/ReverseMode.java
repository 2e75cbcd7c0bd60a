package dev.adjc.derive;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
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
        mode.sweep(Seeds.read(seeds));
        Map<Value, Operand> adjoints = new HashMap<>();
        mode.adjoints.forEach((value, adjoint) -> adjoints.put(value, adjoint.read()));
        return new Shadows(Seeds.with(program, seeds, mode.steps, mode.withAdjoints()), adjoints);
    }

    /** The value of a function with one output, and its gradient. */
    public static Program gradient(Program program, Origin origin, ZeroRule zeroRule) {
        ReverseMode mode = new ReverseMode(program, origin, zeroRule);
        mode.sweep(List.of(Literal.ONE));
        return Seeds.with(program, List.of(), mode.steps, mode.withAdjoints());
    }

    /** The outputs, and their tangents: one sweep for each output, all in one program. */
    public static Program jvp(Program program, Origin origin, ZeroRule zeroRule) {
        ReverseMode mode = new ReverseMode(program, origin, zeroRule);
        List<Parameter> tangents = Seeds.tangents(program);
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (int i = 0; i < program.outputs().size(); i++) {
            List<Operand> unit = new ArrayList<>();
            for (int k = 0; k < program.outputs().size(); k++) {
                unit.add(k == i ? Literal.ONE : Literal.ZERO);
            }
            mode.sweep(unit);
            String output = program.outputs().get(i).name();
            outputs.add(new Output(output, mode.weighted(tangents, output + "_dot"), Output.Kind.TANGENT));
        }
        return Seeds.with(program, tangents, mode.steps, outputs);
    }

    /** One sweep from last to first step, for these adjoints of the outputs. */
    private void sweep(List<Operand> seeds) {
        adjoints = new HashMap<>();
        reaches = new HashMap<>();
        for (int i = 0; i < seeds.size(); i++) {
            Operand output = program.outputs().get(i).operand();
            boolean seeded = !seeds.get(i).isLiteral(0);
            if (seeded && output instanceof Access access && activity.isActive(access.value())) {
                steps.add(new Definition(
                        adjoint(access.value()),
                        Domain.POINT,
                        Combine.SUM,
                        Operators.COPY,
                        List.of(seeds.get(i)),
                        origin));
                reach(access.value()).add(Guard.ALWAYS);
            }
        }
        List<Step> primal = program.steps();
        for (int i = primal.size() - 1; i >= 0; i--) {
            if (primal.get(i) instanceof Definition definition) {
                follow(definition);
            }
        }
    }

    private void follow(Definition definition) {
        if (adjoints.containsKey(definition.target())) {
            reach(definition.target()).at(definition.guard()).ifPresent(arrival -> follow(definition, arrival));
        }
    }

    private void follow(Definition definition, Reach.Arrival arrival) {
        Definition reached = definition.where(arrival.guard());
        Operand arriving = adjoint(definition.target()).read();
        for (int position = 0; position < definition.operands().size(); position++) {
            if (activity.passes(definition, position)) {
                Operand contribution = linearizer.pass(reached, position, arriving, arrival.certainty());
                Value from = ((Access) definition.operand(position)).value();
                linearizer.add(reached, adjoint(from), contribution);
                reach(from).add(arrival);
            }
        }
    }

    private Reach reach(Value primal) {
        return reaches.computeIfAbsent(primal, value -> new Reach());
    }

    private Value adjoint(Value primal) {
        return adjoints.computeIfAbsent(primal, value -> program.values().shadow(value, "_bar", Value.Role.ADJOINT));
    }

    private List<Output> withAdjoints() {
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (Parameter input : program.activeParameters()) {
            outputs.add(new Output(input.name(), adjointOf(input), Output.Kind.ADJOINT));
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
