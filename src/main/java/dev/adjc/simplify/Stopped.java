package dev.adjc.simplify;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Program;
import dev.adjc.operator.Operators;

/** Copies in place of what stopped derivatives, once nothing is differentiated any more. */
public final class Stopped extends Rewriter {
    private Stopped(Program program) {
        super(program);
    }

    public static Program apply(Program program) {
        return new Stopped(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        keep(
                definition.operator() == Operators.STOP_GRADIENT
                        ? with(definition, Operators.COPY, definition.operand(0))
                        : definition);
    }
}
