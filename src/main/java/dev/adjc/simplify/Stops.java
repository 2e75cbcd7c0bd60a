package dev.adjc.simplify;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Program;
import dev.adjc.operator.Operators;

/** Takes what holds derivatives back for the copy that it is, once the derivatives are taken. */
public final class Stops extends Rewriter {
    private Stops(Program program) {
        super(program);
    }

    public static Program apply(Program program) {
        return new Stops(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        boolean stops = definition.operator() == Operators.STOP_GRADIENT;
        keep(stops ? with(definition, Operators.COPY, definition.operand(0)) : definition);
    }
}
