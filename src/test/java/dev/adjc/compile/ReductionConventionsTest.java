package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Values and derivatives of reductions at kinks and edges, in the interpreter and in both classes. */
class ReductionConventionsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /** What the derivatives of softmax and norm may be off: a few roundings. */
    private static final double ROUNDING = 1e-15;

    @Test
    void tiesShareTheDerivativeOfAMaximum() {
        holds("max", numbers(2, 1, 2), 2, 0.5, 0, 0.5);
        holds("max", numbers(0, -0.0, 0, 0), 0, 0.25, 0.25, 0.25, 0.25);
    }

    @Test
    void tiesShareTheDerivativeOfAMinimum() {
        holds("min", numbers(-1, -1, -1, 3), -1, 1.0 / 3, 1.0 / 3, 1.0 / 3, 0);
    }

    @Test
    void oneNaNIsTheMaximumOfAll() {
        NotationTrial.Numbers found = at("max", 1, NAN);
        assertEquals(NAN, found.values()[0]);
        assertEquals(NAN, found.jacobian()[0][1]);
    }

    @Test
    void productsAreDifferentiatedByTheOthers() {
        holds("prod", numbers(0, 3, 2), 0, 6, 0, 0);
        holds("prod", numbers(0, 3, 0), 0, 0, 0, 0);
        holds("prod", numbers(5, 0), 0, 0, 5);
    }

    @Test
    void anInfiniteFactorBesideAZeroFollowsTheArithmetic() {
        holdsInReverse("prod", numbers(0, INFINITY), NAN, INFINITY, 0);
    }

    @Test
    void normsAreFlatAtTheOrigin() {
        holds("norm", numbers(0, -0.0, 0), 0, 0, 0, 0);
    }

    @Test
    void normsNeitherOverflowNorUnderflow() {
        holds("norm", numbers(3e200, -4e200), 5e200, 0.6, -0.8);
        holds("norm", numbers(3e-200, 4e-200), 5e-200, 0.6, 0.8);
        holds("norm", numbers(0, Double.MIN_VALUE), Double.MIN_VALUE, 0, 1);
    }

    @Test
    void anInfiniteArgumentIsTheNorm() {
        holds("norm", numbers(1, -INFINITY, 2), INFINITY, 0, -1, 0);
        holds("norm", numbers(INFINITY, INFINITY), INFINITY, NAN, NAN);
    }

    @Test
    void logsumexpIsShiftedByTheLargest() {
        holds("logsumexp", numbers(1000, 1000), 1000 + Math.log(2), 0.5, 0.5);
        holds("logsumexp", numbers(-1000, 0), 0, 0, 1);
    }

    @Test
    void logsumexpOfNothingThatCountsIsFlat() {
        holds("logsumexp", numbers(-INFINITY, -INFINITY), -INFINITY, 0, 0);
        holds("logsumexp", numbers(-INFINITY, 0), 0, 0, 1);
    }

    @Test
    void anInfiniteArgumentIsTheLogsumexp() {
        holdsInReverse("logsumexp", numbers(INFINITY, 1, 0), INFINITY, NAN, 0, 0);
    }

    @Test
    void nothingHasNoMean() {
        NotationTrial trial = trial("mean").size("n", 0);
        assertThrows(RuntimeException.class, trial::agreeAtEdge);
    }

    @Test
    void emptyRangesHaveTheirNumbers() {
        assertEquals(0, at("sum").values()[0]);
        assertEquals(1, at("prod").values()[0]);
        assertEquals(INFINITY, at("min").values()[0]);
        assertEquals(-INFINITY, at("max").values()[0]);
        assertEquals(-INFINITY, at("logsumexp").values()[0]);
        assertEquals(0, at("norm").values()[0]);
    }

    private static NotationTrial trial(String reduction) {
        return NotationTrial.of("function f(x[n]) -> y { y = " + reduction + "[i](x[i]); }");
    }

    private static NotationTrial.Numbers at(String reduction, double... x) {
        return trial(reduction).size("n", x.length).with("x", x).agreeAtEdge();
    }

    private static void holds(String reduction, double[] x, double value, double... derivatives) {
        NotationTrial.Numbers found = at(reduction, x);
        assertEquals(value, found.values()[0], Math.ulp(value));
        assertArrayEquals(derivatives, found.jacobian()[0], ROUNDING);
    }

    private static void holdsInReverse(String reduction, double[] x, double value, double... derivatives) {
        NotationTrial.Numbers found =
                trial(reduction).size("n", x.length).with("x", x).agreeInReverse();
        assertEquals(value, found.values()[0]);
        assertArrayEquals(derivatives, found.jacobian()[0], ROUNDING);
    }

    private static double[] numbers(double... numbers) {
        return numbers;
    }
}
