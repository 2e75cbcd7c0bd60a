package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Operators;
import java.util.List;

/**
 * How often each value of a program is used: a use of a copy is one of the value that is copied, and what leads nowhere uses
 * nothing.
 */
final class Uses {
    private final ValueMap<Integer> counts = new ValueMap<>();

    private Uses() {}

    static Uses of(Program program) {
        Uses uses = new Uses();
        for (Output output : program.outputs()) {
            if (output.operand() instanceof Access access) {
                uses.add(access.value(), 1);
            }
        }
        List<Step> steps = program.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            int times = step instanceof Definition definition ? uses.uses(definition) : 1;
            Reads.of(step).forEach(value -> uses.add(value, times));
        }
        return uses;
    }

    /** Whether the operand is a value that more than one step needs. */
    boolean isShared(Operand operand) {
        return operand instanceof Access access && counts.getOrDefault(access.value(), 0) > 1;
    }

    /** How many uses of its operands a definition stands for. */
    private int uses(Definition definition) {
        int ofTarget = counts.getOrDefault(definition.value(), 0);
        boolean copy = definition.operator() == Operators.COPY && definition.combine() == Combine.SET;
        return copy ? ofTarget : Math.min(ofTarget, 1);
    }

    private void add(Value value, int times) {
        counts.put(value, counts.getOrDefault(value, 0) + times);
    }
}
