package dev.adjc.derive;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Operator.Trait;
import java.util.ArrayList;
import java.util.Collections;
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
        List<Definition> definitions = new ArrayList<>();
        program.steps().forEach(step -> {
            if (step instanceof Definition definition) {
                definitions.add(definition);
            }
        });
        while (activity.vary(definitions)) {}
        for (Output output : program.outputs()) {
            activity.need(output.operand());
        }
        Collections.reverse(definitions);
        while (activity.need(definitions)) {}
        return activity;
    }

    /** Follows the definitions from first to last; whether it takes a further walk, because rounds carry what was found. */
    private boolean vary(List<Definition> definitions) {
        boolean further = false;
        for (Definition definition : definitions) {
            if (!varied.containsKey(definition.value()) && carries(definition)) {
                varied.put(definition.value(), true);
                further |= isInRounds(definition);
            }
        }
        return further;
    }

    /** Follows the definitions from last to first. */
    private boolean need(List<Definition> definitions) {
        boolean further = false;
        for (Definition definition : definitions) {
            if (active.containsKey(definition.value())) {
                for (int k = 0; k < definition.operands().size(); k++) {
                    if (hasEdge(definition, k)) {
                        further |= need(definition.operand(k)) && isInRounds(definition);
                    }
                }
            }
        }
        return further;
    }

    /** Whether some steps are rounds, and so may read what stands behind them. */
    static boolean hasRounds(Program program) {
        return program.steps().stream().anyMatch(Activity::isInRounds);
    }

    private static boolean isInRounds(Step definition) {
        return definition.domain().axes().stream().anyMatch(Axis::isSequential);
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
                && active.containsKey(definition.value());
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

    /** Whether this is news. */
    private boolean need(Operand operand) {
        if (operand instanceof Access access
                && varied.containsKey(access.value())
                && !active.containsKey(access.value())) {
            active.put(access.value(), true);
            return true;
        }
        return false;
    }

    private static boolean hasEdge(Definition definition, int position) {
        return !definition.operator().is(Trait.STOPPED)
                && !definition.operator().givesCondition()
                && !(position == definition.operands().size() - 1
                        && (definition.operator().is(Trait.LITERAL_LAST)
                                || definition.operator().is(Trait.SLOPE_STATED)));
    }
}
