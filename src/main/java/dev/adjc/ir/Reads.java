package dev.adjc.ir;

import java.util.ArrayList;
import java.util.List;

/** What a step reads, apart from the conditions of its guard. */
public final class Reads {
    private Reads() {}

    /** The values that the step reads, in order; one that is read twice stands there twice. */
    public static List<Value> of(Step step) {
        List<Value> values = new ArrayList<>();
        accesses(step).forEach(access -> values.add(access.value()));
        return values;
    }

    /** All elements that the step reads, those that say where others stand among them. */
    public static List<Access> accesses(Step step) {
        List<Access> accesses = new ArrayList<>();
        step.match(
                definition -> {
                    definition.operands().forEach(operand -> add(operand, accesses));
                    definition.target().at().forEach(index -> add(index, accesses));
                    return definition;
                },
                requirement -> {
                    add(requirement.condition(), accesses);
                    requirement.shown().forEach(shown -> add(shown.operand(), accesses));
                    return requirement;
                });
        for (Axis axis : step.domain().axes()) {
            add(axis.from(), accesses);
            add(axis.to(), accesses);
        }
        return accesses;
    }

    /** All elements that it takes to know the operand. */
    public static List<Access> accesses(Operand operand) {
        List<Access> accesses = new ArrayList<>();
        add(operand, accesses);
        return accesses;
    }

    private static void add(Operand operand, List<Access> accesses) {
        if (operand instanceof Access access) {
            accesses.add(access);
            access.at().forEach(index -> add(index, accesses));
        } else if (operand instanceof IndexNumber number) {
            add(number.index(), accesses);
        }
    }

    private static void add(Index index, List<Access> accesses) {
        if (index.literal().isPresent()) {
            return;
        }
        for (Index.Atom atom : index.atoms()) {
            if (atom instanceof Index.Entry entry) {
                accesses.add(entry.access());
            }
        }
    }
}
