package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out what no output and no requirement depends on. */
public final class Prune {
    private final Set<Value> needed = new HashSet<>();

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
        return needed.contains(definition.target());
    }

    private void read(Step step) {
        for (Guard guard = step.domain().guard(); !guard.isAlways(); guard = guard.outer()) {
            if (!needed.add(guard.condition())) {
                break;
            }
        }
        needed.addAll(Reads.of(step));
    }

    private void need(Operand operand) {
        if (operand instanceof Access access) {
            needed.add(access.value());
        }
    }
}
