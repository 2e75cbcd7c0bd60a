package dev.adjc.run;

import dev.adjc.ir.Arguments;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The function that a program's derivative at a point belongs to: what is held fixed has the value that it has there. A number
 * is written down, an array becomes a further parameter.
 *
 * <pre>{@code
 * s = stop_gradient(t)          →    s = 0.7071067811865475
 * s[i] = stop_gradient(t[i])    →    s[i] = s'[i]
 * }</pre>
 *
 * @param stopped the arguments for the further parameters
 */
record FixedStops(Program program, List<double[]> stopped) {

    /** The program with its stopped values, where the point's path has any, as numbers. */
    static FixedStops at(Program program, Arguments point) {
        Interpreter run = Interpreter.run(program, Interpreter.Rounding.AS_IT_IS, point);
        Map<Value, Value> fixed = new HashMap<>();
        List<Parameter> parameters = new ArrayList<>(program.parameters());
        List<double[]> stopped = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Step step : program.steps()) {
            if (!(step instanceof Definition definition)
                    || !definition.operator().is(Trait.STOPPED)) {
                steps.add(step);
                continue;
            }
            Value value = definition.value();
            if (value.rank() > 0) {
                Value parameter = fixed.computeIfAbsent(value, none -> {
                    Value made = program.values().make(value.name(), value.type(), value.role(), value.extents());
                    parameters.add(new Parameter(value.name(), made, Parameter.Kind.PASSIVE, ""));
                    stopped.add(run.elements(value));
                    return made;
                });
                steps.add(copy(definition, parameter.at(definition.target().at())));
            } else {
                boolean onThePath = run.holds(definition.guard());
                steps.add(onThePath ? copy(definition, Literal.of(run.number(value.read()))) : definition);
            }
        }
        return new FixedStops(
                new Program(program.name(), parameters, steps, program.outputs(), program.values()), stopped);
    }

    private static Definition copy(Definition definition, Operand operand) {
        return new Definition(
                definition.target(),
                definition.domain(),
                definition.combine(),
                Operators.COPY,
                List.of(operand),
                definition.origin());
    }

    Interpreter run(Arguments arguments) {
        return Interpreter.run(program, Interpreter.Rounding.AS_IT_IS, arguments.with(stopped));
    }
}
