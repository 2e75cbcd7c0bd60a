package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.ValueMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Leaves out what no output and no requirement depends on. */
public final class Prune {
    private final ValueMap<Boolean> needed = new ValueMap<>();
    private boolean further;

    private Prune() {}

    public static Program apply(Program program) {
        Prune prune = new Prune();
        program.outputs().forEach(output -> prune.need(output.operand()));
        List<Step> steps = program.steps();
        List<Step> kept = prune.walk(steps);
        while (prune.further) {
            kept = prune.walk(steps);
        }
        Collections.reverse(kept);
        return kept.size() == steps.size() ? program : program.with(kept, program.outputs());
    }

    /** What is needed, from last to first; a round may need what stands behind it, of which a further walk takes notice. */
    private List<Step> walk(List<Step> steps) {
        further = false;
        List<Step> kept = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.match(this::isNeeded, requirement -> true)) {
                read(step);
                kept.add(step);
            }
        }
        return kept;
    }

    private boolean isNeeded(Definition definition) {
        return needed.containsKey(definition.value());
    }

    private void read(Step step) {
        for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
            need(guard.condition());
        }
        boolean rounds = step.domain().axes().stream().anyMatch(Axis::isSequential);
        for (Access access : Reads.accesses(step)) {
            further |= rounds && !needed.containsKey(access.value());
            need(access);
        }
    }

    private void need(Operand operand) {
        if (operand instanceof Access access) {
            needed.put(access.value(), true);
        }
    }
}
