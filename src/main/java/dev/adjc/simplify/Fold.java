package dev.adjc.simplify;

import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Program;
import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.Operators;

/**
 * Computes what has literal operands and a correctly rounded value, so that every JVM would find the same bits. The value
 * of any other function of constants is left for the generated class to compute once.
 */
public final class Fold extends Rewriter {
    private Fold(Program program) {
        super(program);
    }

    public static Program apply(Program program) {
        return new Fold(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        if (!isConstant(definition)) {
            keep(definition);
            return;
        }
        double[] arguments = definition.operands().stream()
                .mapToDouble(operand -> operand instanceof Literal literal ? literal.number() : 0)
                .toArray();
        Literal number = Literal.of(definition.operator().evaluate(arguments));
        if (definition.combine() == Combine.SET && isOnly(definition)) {
            replace(definition, number);
        } else {
            keep(with(definition, Operators.COPY, number));
        }
    }

    private static boolean isConstant(Definition definition) {
        if (definition.operand(0) instanceof Literal first
                && definition.operator().decidedBy(first.number())) {
            return true;
        }
        if (definition.operator().family() == Family.LOGICAL
                && definition.operands().size() == 2
                && definition.operand(1) instanceof Literal second
                && definition.operator().decidedBy(second.number())) {
            return true;
        }
        return definition.operator().is(Trait.EXACT)
                && definition.operands().stream().allMatch(Literal.class::isInstance);
    }
}
