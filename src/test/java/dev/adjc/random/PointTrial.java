package dev.adjc.random;

import dev.adjc.compile.Mode;
import dev.adjc.harness.ErrorBounds.Bounded;
import dev.adjc.harness.GeneratedCode;
import dev.adjc.harness.GeneratedCode.Numbers;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Program;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Tries a program at one point. */
final class PointTrial {
    /** What the derivatives may differ by, in units of their running error bound. */
    private static final double ALLOWED = 64 * 0x1p-53;

    /** Below, rounding is to multiples of the smallest number, of which each step may lose a few. */
    private static final double UNDERFLOW = 1e-290;

    private final RandomProgram program;
    private final Program lowered;
    private final References references;
    private final double[] point;
    private final boolean ordinary;
    private final ProgramTrial.Tally tally;

    PointTrial(
            RandomProgram program,
            Program lowered,
            References references,
            double[] point,
            boolean ordinary,
            ProgramTrial.Tally tally) {
        this.program = program;
        this.lowered = lowered;
        this.references = references;
        this.point = point;
        this.ordinary = ordinary;
        this.tally = tally;
    }

    static boolean sameBits(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    static boolean agree(double number, double reference, double bound) {
        return sameBits(number, reference) || Math.abs(number - reference) <= ALLOWED * bound + UNDERFLOW;
    }

    private void check(boolean holds, String property, String words) {
        Failure.unless(holds, property, words + " at " + Arrays.toString(point));
    }

    void check(Map<Mode, GeneratedCode> codes) {
        Optional<double[]> written = written();
        double[] values;
        try {
            values = Interpreter.run(lowered, point).outputs(lowered);
        } catch (Interpreter.Refused refusal) {
            check(written.isEmpty(), "lowering keeps requirements", String.valueOf(refusal.getMessage()));
            codes.forEach((mode, code) -> refused(mode, code, String.valueOf(refusal.getMessage())));
            tally.refused.incrementAndGet();
            return;
        }
        check(written.isPresent(), "lowering keeps requirements", "refused as written");
        same(values, written.get(), "lowering keeps values", "");
        References.Numbers expected = references.at(point);
        (ordinary ? tally.ordinary : tally.special).incrementAndGet();
        if (!expected.isFinite()) {
            tally.overflows.addAndGet(ordinary ? 1 : 0);
        } else {
            tally.specialFinite.addAndGet(ordinary ? 0 : 1);
        }
        codes.forEach((mode, code) -> numbers(mode, code, values, expected));
    }

    /** What the program gives as it is written; nothing if it refuses. */
    private Optional<double[]> written() {
        try {
            return Optional.of(new TreeEvaluator(program.functions()).call(program.main(), point));
        } catch (TreeEvaluator.Refused refusal) {
            return Optional.empty();
        }
    }

    private void refused(Mode mode, GeneratedCode code, String message) {
        try {
            code.value(point);
        } catch (IllegalArgumentException e) {
            check(message.equals(e.getMessage()), "classes refuse in the interpreter's words", e + ", not " + message);
            return;
        }
        check(false, "classes refuse what the interpreter refuses", mode + " does not: " + message);
    }

    private void same(double[] found, double[] expected, String property, String where) {
        for (int i = 0; i < expected.length; i++) {
            check(sameBits(found[i], expected[i]), property, found[i] + ", not " + expected[i] + where);
        }
    }

    private void numbers(Mode mode, GeneratedCode code, double[] values, References.Numbers expected) {
        String word = " in " + mode.word() + " mode";
        same(code.value(point).values(), values, "classes give the interpreter's values", word);
        Numbers jvp = code.jvp(point, references.tangents());
        Numbers vjp = code.vjp(point, references.adjoints());
        derivatives(jvp, values, expected.jvp(), expected.isFinite(), "jvp" + word);
        derivatives(vjp, values, expected.vjp(), expected.isFinite(), "vjp" + word);
        if (values.length == 1) {
            Numbers gradient = code.gradient(point);
            derivatives(gradient, values, expected.gradient(), expected.isFinite(), "gradient" + word);
        }
        if (expected.isFinite()) {
            duality(jvp, vjp, expected, word);
        }
    }

    private void derivatives(Numbers found, double[] values, Bounded[] expected, boolean finite, String what) {
        same(found.values(), values, "classes give the interpreter's values", " by " + what);
        double[] all = ProgramTrial.concat(found.values(), found.derivatives());
        same(found.record(), all, "records hold what arrays hold", " by " + what);
        for (int i = 0; finite && i < expected.length; i++) {
            check(
                    agree(found.derivatives()[i], expected[i].number(), expected[i].bound()),
                    "derivatives agree with the interpreter's",
                    what + ", number " + i + ": " + found.derivatives()[i] + ", not " + expected[i]);
        }
    }

    /** The tangents of the outputs weighed by adjoints are the adjoints of the inputs weighed by tangents. */
    private void duality(Numbers jvp, Numbers vjp, References.Numbers expected, String word) {
        double left = 0;
        double right = 0;
        double bound = 0;
        for (int i = 0; i < expected.jvp().length; i++) {
            double term = references.adjoints()[i] * jvp.derivatives()[i];
            left += term;
            bound += Math.abs(term) + Math.abs(references.adjoints()[i]) * expected.jvp()[i].bound();
        }
        for (int k = 0; k < expected.vjp().length; k++) {
            double term = references.tangents()[k] * vjp.derivatives()[k];
            right += term;
            bound += Math.abs(term) + Math.abs(references.tangents()[k]) * expected.vjp()[k].bound();
        }
        check(agree(left, right, bound), "duality", left + " and " + right + word);
    }
}
