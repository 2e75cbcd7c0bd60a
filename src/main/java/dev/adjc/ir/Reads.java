package dev.adjc.ir;

import java.util.ArrayList;
import java.util.List;

/** What a step reads, apart from the conditions of its guard. */
public final class Reads {
    private Reads() {}

    /** The values that the step reads, in order; one that is read twice stands there twice. */
    public static List<Value> of(Step step) {
        List<Value> values = new ArrayList<>();
        step.match(
                definition -> {
                    definition.operands().forEach(operand -> add(operand, values));
                    return definition;
                },
                requirement -> {
                    add(requirement.condition(), values);
                    requirement.shown().forEach(shown -> add(shown.operand(), values));
                    return requirement;
                });
        return values;
    }

    private static void add(Operand operand, List<Value> values) {
        if (operand instanceof Access access) {
            values.add(access.value());
        }
    }
}
