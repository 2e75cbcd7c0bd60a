package dev.adjc.simplify;

import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.operator.LogisticFunctions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Lets a sigmoid and its slope share their exponential: {@code s = sigmoid(x); w = sigmoid_dx(x)} becomes {@code e =
 * logistic_tail(x); s = sigmoid_of_tail(x, e); w = sigmoid_dx_of_tail(e)}, which are the same numbers to the bit.
 */
public final class Logistics extends Rewriter {
    private final Set<Operand> sloped = new HashSet<>();
    private final Map<Operand, Definition> tails = new HashMap<>();

    private Logistics(Program program) {
        super(program);
        program.steps().forEach(step -> {
            if (step instanceof Definition definition && definition.operator() == LogisticFunctions.SIGMOID_DX) {
                sloped.add(definition.operand(0));
            }
        });
    }

    public static Program apply(Program program) {
        return new Logistics(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        Operand x = definition.operands().isEmpty() ? definition.target() : definition.operand(0);
        if (definition.operator() == LogisticFunctions.SIGMOID
                && definition.combine() == Combine.SET
                && sloped.contains(x)) {
            Operand tail = extra(definition, LogisticFunctions.LOGISTIC_TAIL, x);
            tails.put(x, with(definition, LogisticFunctions.LOGISTIC_TAIL, tail));
            keep(with(definition, LogisticFunctions.SIGMOID_OF_TAIL, x, tail));
            return;
        }
        Definition tail = tails.get(x);
        if (definition.operator() == LogisticFunctions.SIGMOID_DX
                && tail != null
                && definition.domain().hasAxesOf(tail.domain())
                && definition.guard().within(tail.guard())) {
            keep(with(definition, LogisticFunctions.SIGMOID_DX_OF_TAIL, tail.operand(0)));
        } else {
            keep(definition);
        }
    }
}
