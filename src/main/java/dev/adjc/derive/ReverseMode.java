package dev.adjc.derive;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
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

/** Adjoints: {@code from_bar += partial * to_bar} along every edge, in the opposite order, after the program itself. */
public final class ReverseMode {
    private final Program program;
    private final Activity activity;
    private final List<Step> steps;
    private final Map<Value, Value> adjoints = new HashMap<>();
    private final Linearizer linearizer;

    private ReverseMode(Program program, ZeroRule zeroRule) {
        this.program = program;
        this.activity = Activity.of(program);
        this.steps = new ArrayList<>(program.steps());
        this.linearizer = new Linearizer(program, steps, zeroRule);
    }

    /** The function's values, and the adjoints of its active inputs for given adjoints of its outputs. */
    public static Program vjp(Program program, Origin origin, ZeroRule zeroRule) {
        ReverseMode mode = new ReverseMode(program, zeroRule);
        List<Parameter> parameters = new ArrayList<>(program.parameters());
        for (Output output : program.outputs()) {
            Value seed = program.values().real(output.name() + "_bar", Value.Role.NAMED);
            parameters.add(new Parameter(output.name(), seed, Parameter.Kind.ADJOINT, ""));
            mode.seed(output, seed.read(), origin);
        }
        return mode.run(parameters);
    }

    /** The value and the gradient of a function with one output. */
    public static Program gradient(Program program, Origin origin, ZeroRule zeroRule) {
        ReverseMode mode = new ReverseMode(program, zeroRule);
        mode.seed(program.outputs().get(0), Literal.ONE, origin);
        return mode.run(program.parameters());
    }

    private void seed(Output output, Operand adjoint, Origin origin) {
        if (output.operand() instanceof Access access && activity.isActive(access.value())) {
            Value target = adjoint(access.value());
            steps.add(new Definition(target, Domain.POINT, Combine.SUM, Operators.COPY, List.of(adjoint), origin));
        }
    }

    private Program run(List<Parameter> parameters) {
        List<Step> primal = program.steps();
        for (int i = primal.size() - 1; i >= 0; i--) {
            if (primal.get(i) instanceof Definition definition) {
                follow(definition);
            }
        }
        List<Output> outputs = new ArrayList<>(program.outputs());
        for (Parameter input : program.activeParameters()) {
            Value adjoint = adjoints.get(input.value());
            Operand result = adjoint == null ? Literal.ZERO : adjoint.read();
            outputs.add(new Output(input.name(), result, Output.Kind.ADJOINT));
        }
        return new Program(program.name(), parameters, steps, outputs, program.values());
    }

    private void follow(Definition definition) {
        Value arriving = adjoints.get(definition.target());
        if (arriving == null) {
            return;
        }
        for (int position = 0; position < definition.operands().size(); position++) {
            if (activity.passes(definition, position)) {
                Operand contribution = linearizer.pass(definition, position, arriving.read());
                Value from = ((Access) definition.operand(position)).value();
                linearizer.add(definition, adjoint(from), contribution);
            }
        }
    }

    private Value adjoint(Value primal) {
        return adjoints.computeIfAbsent(primal, value -> {
            Value.Role role = value.role() == Value.Role.NAMED ? Value.Role.ADJOINT : Value.Role.PARTIAL;
            return program.values().real(value.name() + "_bar", role);
        });
    }
}
