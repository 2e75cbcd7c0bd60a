package dev.adjc.compile;

import dev.adjc.ir.Program;
import dev.adjc.ir.Verifier;
import dev.adjc.loop.Invariants;
import dev.adjc.simplify.Coalesce;
import dev.adjc.simplify.Contributions;
import dev.adjc.simplify.Fold;
import dev.adjc.simplify.Identities;
import dev.adjc.simplify.Logistics;
import dev.adjc.simplify.Powers;
import dev.adjc.simplify.Prune;
import dev.adjc.simplify.Scales;
import dev.adjc.simplify.Share;
import dev.adjc.simplify.Signs;
import dev.adjc.simplify.Stops;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The order in which programs are worked on: a list of passes for the function itself, and one for what is derived from it.
 *
 * <p>A lowered function goes through {@link #PRIMAL}; the result is differentiated, and the derivative goes through
 * {@link #DERIVED}. Whoever watches is given the program after each pass.
 */
public final class Pipeline {
    private Pipeline() {}

    /** A pass, with the reason why it stands where it does. */
    public record Pass(String name, String reason, UnaryOperator<Program> run) {}

    /** The passes over a function as it was lowered. */
    public static final List<Pass> PRIMAL = List.of(
            new Pass("fold", "branches that are never taken go before anything looks at them", Fold::apply),
            new Pass(
                    "identities", "copies and neutral operands hide equal expressions from `share`", Identities::apply),
            new Pass("names", "what turned out to be a copy lends its name and goes", Coalesce::apply),
            new Pass(
                    "invariants",
                    "the adjoint of what is the same for all places of an axis is summed along it first",
                    Invariants::ofPrimal),
            new Pass(
                    "share",
                    "what is equal is differentiated once; what was spread along an axis may equal what was not",
                    Share::apply),
            new Pass("prune", "nothing is differentiated that no output needs", Prune::apply));

    /** The passes over a derivative, the function's own steps included. */
    public static final List<Pass> DERIVED = List.of(
            new Pass("stops", "nothing is differentiated any more: stopped values are copies", Stops::apply),
            new Pass("derived-fold", "partials of constants are numbers", Fold::apply),
            new Pass("derived-identities", "factors of one and copies of adjoints go", Identities::apply),
            new Pass("derived-share", "equal contributions are recognised by being the same value", Share::apply),
            new Pass("contributions", "what is added under one guard becomes an expression", Contributions::apply),
            new Pass("coalesce", "an adjoint keeps its name, not that of the product that it is", Coalesce::apply),
            new Pass(
                    "signs",
                    "slopes that need no care where an argument cannot be negative; squares are still powers",
                    Signs::apply),
            new Pass("logistics", "a sigmoid and its slope share their exponential", Logistics::apply),
            new Pass("powers", "a power and its derivative share their squares", Powers::apply),
            new Pass("expanded-fold", "exponents that became literals", Fold::apply),
            new Pass(
                    "expanded-identities", "the factors of a power are seen without copies between", Identities::apply),
            new Pass("expanded-names", "`scales` sees no copies between factors", Coalesce::apply),
            new Pass("scales", "literal factors of all kinds meet, now that powers are products", Scales::apply),
            new Pass("scaled-identities", "sums of negated contributions become differences", Identities::apply),
            new Pass("scaled-names", "a copy hides equal expressions from `expanded-share`", Coalesce::apply),
            new Pass("expanded-share", "partials and primal share what they have in common", Share::apply),
            new Pass("derived-prune", "what the derivative does not read after all", Prune::apply));

    /** Takes no notice. */
    public static final BiConsumer<String, Program> UNWATCHED = (name, program) -> {};

    /** The names of all stages, in order, as {@code adjc ir --after} takes them. */
    public static List<String> stages() {
        List<String> names = new ArrayList<>(List.of("lower"));
        PRIMAL.forEach(pass -> names.add(pass.name()));
        names.add("derive");
        DERIVED.forEach(pass -> names.add(pass.name()));
        return names;
    }

    /** The function, ready to be differentiated. */
    public static Program primal(Program lowered, BiConsumer<String, Program> watch) {
        assert isSound(lowered, "lower");
        watch.accept("lower", lowered);
        return run(PRIMAL, lowered, watch);
    }

    /** A program ready to be scheduled, whether derived or not. */
    public static Program finished(Program program, BiConsumer<String, Program> watch) {
        assert isSound(program, "derive");
        watch.accept("derive", program);
        return run(DERIVED, program, watch);
    }

    private static Program run(List<Pass> passes, Program program, BiConsumer<String, Program> watch) {
        Program current = program;
        for (Pass pass : passes) {
            current = pass.run().apply(current);
            assert isSound(current, pass.name());
            watch.accept(pass.name(), current);
        }
        return current;
    }

    /** Whether the verifier finds no fault; it looks after each stage where assertions are on. */
    private static boolean isSound(Program program, String stage) {
        List<String> faults = Verifier.faults(program);
        if (!faults.isEmpty()) {
            throw new AssertionError("after `" + stage + "`:\n" + String.join("\n", faults) + "\n" + program);
        }
        return true;
    }
}
