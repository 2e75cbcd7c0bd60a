package dev.adjc.run;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The function that a program's derivative at a point belongs to: what is held fixed has the value that it has there.
 *
 * <pre>{@code
 * s = stop_gradient(t)    →    s = 0.7071067811865475
 * }</pre>
 */
final class FixedStops {
    private FixedStops() {}

    /** The program with its stopped values, where the point's path has any, as numbers. */
    static Program at(Program program, double[] point) {
        Interpreter run = Interpreter.run(program, point);
        List<Step> steps = program.steps().stream()
                .map(step -> step instanceof Definition definition ? fixed(definition, run) : step)
                .collect(Collectors.toList());
        return program.with(steps, program.outputs());
    }

    private static Definition fixed(Definition definition, Interpreter run) {
        if (!definition.operator().is(Trait.STOPPED) || !run.holds(definition.guard())) {
            return definition;
        }
        Literal value = Literal.of(run.number(definition.value().read()));
        return new Definition(
                definition.target(),
                definition.domain(),
                definition.combine(),
                Operators.COPY,
                List.of(value),
                definition.origin());
    }
}
