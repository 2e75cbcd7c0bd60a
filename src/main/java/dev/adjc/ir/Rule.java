package dev.adjc.ir;

import dev.adjc.operator.Cost;
import dev.adjc.operator.Partial;

/**
 * A partial derivative as a program: what an {@code extern} function's rule lowers to. Its parameters are the function's
 * arguments and, last, the function's result; its one output is the partial.
 */
public record Rule(Program program) implements Partial {

    @Override
    public Cost cost() {
        Cost sum = Cost.NONE;
        for (Step step : program.steps()) {
            sum = sum.plus(step.match(definition -> definition.operator().cost(), requirement -> Cost.COMPARE));
        }
        return sum;
    }
}
