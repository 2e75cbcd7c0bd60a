package dev.adjc.compile;

import dev.adjc.derive.Activity;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Program;
import dev.adjc.ir.Step;
import dev.adjc.operator.NoRule;
import java.util.ArrayList;
import java.util.List;

/** Extern functions through which a derivative must flow, and which have no rule for it. */
final class MissingRules {
    private MissingRules() {}

    static List<Diagnostic> of(Program program) {
        Activity activity = Activity.of(program);
        List<Diagnostic> missing = new ArrayList<>();
        for (Step step : program.steps()) {
            if (step instanceof Definition definition && lacksRule(definition, activity)) {
                missing.add(Diagnostic.at(
                        definition.origin().expression(),
                        Code.NO_RULE,
                        definition.operator().name()));
            }
        }
        return missing;
    }

    private static boolean lacksRule(Definition definition, Activity activity) {
        for (int position = 0; position < definition.operands().size(); position++) {
            if (activity.passes(definition, position)
                    && definition.operator().partials().get(position) instanceof NoRule) {
                return true;
            }
        }
        return false;
    }
}
