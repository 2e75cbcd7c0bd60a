package dev.adjc.derive;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Operator.Trait;
import java.util.List;

/**
 * Which values carry a derivative: those that depend on an active input (varied) and on which an output depends
 * (useful). Nothing is differentiated through any other.
 */
public final class Activity {
    private final ValueMap<Boolean> varied = new ValueMap<>();
    private final ValueMap<Boolean> active = new ValueMap<>();

    private Activity() {}

    /** The activity with respect to all active parameters. */
    public static Activity of(Program program) {
        Activity activity = new Activity();
        program.parameters().stream()
                .filter(Parameter::isActive)
                .forEach(parameter -> activity.varied.put(parameter.value(), true));
        List<Step> steps = program.steps();
        for (Step step : steps) {
            if (step instanceof Definition definition && activity.carries(definition)) {
                activity.varied.put(definition.target(), true);
            }
        }
        for (Output output : program.outputs()) {
            activity.need(output.operand());
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Definition definition && activity.active.containsKey(definition.target())) {
                for (int k = 0; k < definition.operands().size(); k++) {
                    if (hasEdge(definition, k)) {
                        activity.need(definition.operand(k));
                    }
                }
            }
        }
        return activity;
    }

    /** Whether a derivative flows through the value. */
    public boolean isActive(Value value) {
        return active.containsKey(value);
    }

    /** Whether the definition passes a derivative from the operand on to its target. */
    public boolean passes(Definition definition, int position) {
        return hasEdge(definition, position)
                && definition.operand(position) instanceof Access access
                && active.containsKey(access.value())
                && active.containsKey(definition.target());
    }

    private boolean carries(Definition definition) {
        for (int k = 0; k < definition.operands().size(); k++) {
            if (hasEdge(definition, k)
                    && definition.operand(k) instanceof Access access
                    && varied.containsKey(access.value())) {
                return true;
            }
        }
        return false;
    }

    private void need(Operand operand) {
        if (operand instanceof Access access && varied.containsKey(access.value())) {
            active.put(access.value(), true);
        }
    }

    private static boolean hasEdge(Definition definition, int position) {
        return !definition.operator().is(Trait.STOPPED)
                && !definition.operator().givesCondition()
                && !(definition.operator().is(Trait.LITERAL_LAST)
                        && position == definition.operands().size() - 1);
    }
}
