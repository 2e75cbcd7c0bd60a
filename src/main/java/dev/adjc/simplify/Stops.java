package dev.adjc.simplify;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.operator.Choices;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Reductions;

/** Takes what holds derivatives back, or states them, for the copy that it is, once the derivatives are taken. */
public final class Stops extends Rewriter {
    private Stops(Program program) {
        super(program);
    }

    public static Program apply(Program program) {
        return new Stops(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        Operand stands = standsFor(definition);
        keep(stands == definition.target() ? definition : with(definition, Operators.COPY, stands));
    }

    /** What the definition copies; its own target if it is something else. */
    private static Operand standsFor(Definition definition) {
        Operator operator = definition.operator();
        if (operator == Choices.STOP_GRADIENT) {
            return definition.operand(0);
        }
        if (operator == Reductions.SLOPED) {
            return definition.operand(1);
        }
        return operator == Reductions.SLOPE_TERM ? Literal.ZERO : definition.target();
    }
}
