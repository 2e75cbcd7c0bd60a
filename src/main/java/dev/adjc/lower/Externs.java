package dev.adjc.lower;

import dev.adjc.check.Checked;
import dev.adjc.ir.Rule;
import dev.adjc.operator.NoRule;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Partial;
import dev.adjc.operator.Spelling;
import dev.adjc.syntax.Declaration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes one operator of each extern function of a program; its rules are lowered when a derivative asks for them. */
public final class Externs {
    private final Map<Declaration.Extern, Operator> operators = new IdentityHashMap<>();
    private final Checked checked;
    private final Function<Declaration.Extern, Operator.Evaluation> runs;

    /**
     * The extern functions of a program.
     *
     * @param runs how each is computed, where a trace or a check runs it
     */
    public Externs(Checked checked, Function<Declaration.Extern, Operator.Evaluation> runs) {
        this.checked = checked;
        this.runs = runs;
    }

    Operator operator(Declaration.Extern extern) {
        Operator known = operators.get(extern);
        if (known == null) {
            List<Partial> partials = new ArrayList<>();
            known = Operators.extern(
                    extern.name().text(), method(extern), () -> partials(extern, partials), runs.apply(extern));
            operators.put(extern, known);
        }
        return known;
    }

    /** The Java method that a declaration names. */
    public static Spelling.ExternMethod method(Declaration.Extern extern) {
        String java = extern.javaName().value();
        int point = java.lastIndexOf('.');
        List<Class<?>> parameters = new ArrayList<>();
        for (Declaration.Parameter parameter : extern.parameters()) {
            parameters.add(parameter.kind() == Declaration.Parameter.Kind.INT ? int.class : double.class);
        }
        return new Spelling.ExternMethod(java.substring(0, point), java.substring(point + 1), parameters);
    }

    private List<Partial> partials(Declaration.Extern extern, List<Partial> lowered) {
        if (lowered.isEmpty()) {
            for (Declaration.Parameter parameter : extern.parameters()) {
                lowered.add(extern.rules().stream()
                        .filter(rule ->
                                rule.parameter().text().equals(parameter.name().text()))
                        .findFirst()
                        .<Partial>map(rule -> new Rule(Lowering.lowerRule(extern, rule, checked, this)))
                        .orElse(new NoRule()));
            }
        }
        return lowered;
    }
}
