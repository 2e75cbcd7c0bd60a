package dev.adjc.simplify;

import dev.adjc.ir.Access;
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

    private Prune() {}

    public static Program apply(Program program) {
        Prune prune = new Prune();
        program.outputs().forEach(output -> prune.need(output.operand()));
        List<Step> kept = new ArrayList<>();
        List<Step> steps = program.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.match(prune::isNeeded, requirement -> true)) {
                prune.read(step);
                kept.add(step);
            }
        }
        Collections.reverse(kept);
        return kept.size() == steps.size() ? program : program.with(kept, program.outputs());
    }

    private boolean isNeeded(Definition definition) {
        return needed.containsKey(definition.value());
    }

    private void read(Step step) {
        for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
            needed.put(guard.condition().value(), true);
        }
        Reads.of(step).forEach(value -> needed.put(value, true));
    }

    private void need(Operand operand) {
        if (operand instanceof Access access) {
            needed.put(access.value(), true);
        }
    }
}
