package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Values and derivatives of reductions at kinks and edges: in the interpreter and in both classes, forward and reverse, alone
 * and as one of several elements.
 */
class ReductionConventionsTest {
    /** What the derivatives of softmax and norm may be off: a few roundings. */
    private static final double ROUNDING = 1e-15;

    @Test
    void sumsPassAllOn() {
        hold("sum", """
                               = 0    :
                -0             = 0    : 1
                inf 1          = inf  : 1 1
                inf -inf 1     = NaN  : 1 1 1
                1 NaN          = NaN  : 1 1
                1e308 1e308    = inf  : 1 1
                1e-320 1e-320  = 2e-320 : 1 1
                """);
    }

    @Test
    void meansShareEqually() {
        hold("mean", """
                3              = 3    : 1
                inf 1          = inf  : 0.5 0.5
                inf -inf       = NaN  : 0.5 0.5
                NaN 1          = NaN  : 0.5 0.5
                1e-320 1e-320  = 1e-320 : 0.5 0.5
                """);
    }

    @Test
    void tiesShareTheDerivativeOfAMaximum() {
        hold("max", """
                               = -inf :
                3              = 3    : 1
                2 1 2          = 2    : 0.5 0 0.5
                0 -0 0 0       = 0    : 0.25 0.25 0.25 0.25
                -inf -inf      = -inf : 0.5 0.5
                -inf 0         = 0    : 0 1
                inf 1 inf      = inf  : 0.5 0 0.5
                NaN            = NaN  : NaN
                1 NaN          = NaN  : NaN NaN
                NaN inf        = NaN  : NaN NaN
                1e308 1e308 -1e308 = 1e308 : 0.5 0.5 0
                1e-320 0       = 1e-320 : 1 0
                """);
    }

    @Test
    void tiesShareTheDerivativeOfAMinimum() {
        hold("min", """
                               = inf  :
                3              = 3    : 1
                1 1 1 3        = 1    : 0.3333333333333333 0.3333333333333333 0.3333333333333333 0
                0 -0           = -0   : 0.5 0.5
                inf inf        = inf  : 0.5 0.5
                -inf 0         = -inf : 1 0
                1 NaN          = NaN  : NaN NaN
                -1e308 1e308   = -1e308 : 1 0
                1e-320 1e-320  = 1e-320 : 0.5 0.5
                """);
    }

    @Test
    void productsAreDifferentiatedByTheOthers() {
        hold("prod", """
                               = 1    :
                3              = 3    : 1
                0              = 0    : 1
                inf            = inf  : 1
                NaN            = NaN  : 1
                5 0            = 0    : 0 5
                0 3 2          = 0    : 6 0 0
                0 3 0          = 0    : 0 0 0
                -1000 0        = -0   : 0 -1000
                1e308 1e308    = inf  : 1e308 1e308
                1e308 -1e308 1e308 = -inf : -inf inf -inf
                1e200 1e-200   = 1    : 1e-200 1e200
                1e-320 1e-320  = 0    : 1e-320 1e-320
                1 NaN 2        = NaN  : NaN 2 NaN
                """);
    }

    /** Each derivative is the product of those before times the product of those behind, as IEEE 754 has it. */
    @Test
    void anInfiniteFactorBesideAZeroFollowsTheArithmetic() {
        hold("prod", """
                inf 2          = inf  : 2 inf
                1 -inf 2       = -inf : -inf 2 -inf
                inf inf 1      = inf  : inf inf inf
                0 inf          = NaN  : inf 0
                -inf 0         = NaN  : 0 -inf
                0 inf 2        = NaN  : inf 0 NaN
                2 0 inf        = NaN  : NaN inf 0
                2 inf 0        = NaN  : NaN 0 inf
                inf 2 0        = NaN  : 0 NaN inf
                0 0 inf        = NaN  : NaN NaN 0
                """);
    }

    @Test
    void normsAreFlatAtTheOrigin() {
        hold("norm", """
                               = 0    :
                0              = 0    : 0
                0 -0 0         = 0    : 0 0 0
                """);
    }

    @Test
    void normsNeitherOverflowNorUnderflow() {
        hold("norm", """
                -3             = 3    : -1
                3 4            = 5    : 0.6 0.8
                3e200 -4e200   = 5e200 : 0.6 -0.8
                3e-200 4e-200  = 5e-200 : 0.6 0.8
                1e308 1e308    = 1.4142135623730951e308 : 0.7071067811865476 0.7071067811865476
                1.7e308 1.7e308 = inf : 0.7071067811865476 0.7071067811865476
                1e-320 1e-320  = 1.414e-320 : 0.7071067811865476 0.7071067811865476
                0 4.9e-324     = 4.9e-324 : 0 1
                1e200 1e-200   = 1e200 : 1 0
                1e-320 1       = 1    : 1e-320 1
                """);
    }

    @Test
    void anInfiniteArgumentIsTheNorm() {
        hold("norm", """
                inf            = inf  : 1
                1 -inf 2       = inf  : 0 -1 0
                inf -inf       = inf  : NaN NaN
                1 inf inf      = inf  : 0 NaN NaN
                1 NaN          = NaN  : NaN NaN
                NaN inf        = NaN  : NaN NaN
                """);
    }

    @Test
    void logsumexpIsShiftedByTheLargest() {
        hold("logsumexp", """
                3              = 3    : 1
                1000 1000      = 1000.6931471805599 : 0.5 0.5
                -1000 0        = 0    : 0 1
                0 -1e-17       = 0.6931471805599453 : 0.5 0.5
                0 0 0 -800     = 1.0986122886681098 : 0.3333333333333333 0.3333333333333333 0.3333333333333333 0
                1e308 -1e308   = 1e308 : 1 0
                1e-320 1e-320  = 0.6931471805599453 : 0.5 0.5
                0 -40          = 4.248354255291589e-18 : 1 4.248354255291589e-18
                """);
    }

    @Test
    void logsumexpOfNothingThatCountsIsFlat() {
        hold("logsumexp", """
                               = -inf :
                -inf           = -inf : 0
                -inf -inf -inf = -inf : 0 0 0
                -inf 0         = 0    : 0 1
                """);
    }

    @Test
    void anInfiniteArgumentIsTheLogsumexp() {
        hold("logsumexp", """
                inf            = inf  : NaN
                inf 1 0        = inf  : NaN 0 0
                inf 1 inf      = inf  : NaN 0 NaN
                -inf inf       = inf  : 0 NaN
                1 NaN          = NaN  : NaN NaN
                NaN inf        = NaN  : NaN NaN
                """);
    }

    @Test
    void nothingHasNoMean() {
        NotationTrial trial = alone("mean").size("n", 0);
        assertThrows(RuntimeException.class, trial::agreeAtEdge);
    }

    @Test
    void constantsTakeTheirShareOfATie() {
        NotationTrial ofTwo = NotationTrial.of("function f(x, const c) -> y { a = [x, c]; y = max[i](a[i]); }");
        assertEquals(0.5, ofTwo.with("x", 2).with("c", 2).agreeAtEdge().jacobian()[0][0]);
        NotationTrial ofThree =
                NotationTrial.of("function f(x[2], const c) -> y { a = [x[0], c, x[1]]; y = min[i](a[i]); }");
        double third = 1.0 / 3;
        assertArrayEquals(
                new double[] {third, third},
                ofThree.with("x", 2, 2).with("c", 2).agreeAtEdge().jacobian()[0]);
    }

    @Test
    void productsAlongSeveralIndicesRunThroughAll() {
        for (String size : List.of("3", "n")) {
            NotationTrial triangle = NotationTrial.of("function f(x[" + size + "," + size + "]) -> y { "
                    + "y = prod[i in 0..<" + size + ", j in i..<" + size + "](x[i,j]); }");
            double[] x = {2, 0, 3, 9, 5, 7, 9, 9, 11};
            assertArrayEquals(
                    new double[] {0, 2 * 3 * 5 * 7 * 11, 0, 0, 0, 0, 0, 0, 0},
                    triangle.size("n", 3).with("x", x).agreeAtEdge().jacobian()[0]);
        }
    }

    @Test
    void productsOfWhatALoopCarriesAreDifferentiated() {
        NotationTrial.of("""
                function f(x[n]) -> y {
                  h = 1;
                  for k in 0..<2 {
                    h = prod[i](x[i] + h);
                  }
                  y = h;
                }
                """).size("n", 3).agree();
    }

    private static NotationTrial alone(String reduction) {
        return NotationTrial.of("function f(x[n]) -> y { y = " + reduction + "[i](x[i]); }");
    }

    /** Lines of arguments, value and derivatives. */
    private static void hold(String reduction, String table) {
        NotationTrial alone = alone(reduction);
        NotationTrial rows = NotationTrial.of("function f(x[2,n]) -> y[2] { y[j] = " + reduction + "[i](x[j,i]); }");
        table.lines().forEach(line -> {
            String[] sides = line.split("[=:]", -1);
            double[] x = numbers(sides[0]);
            double value = numbers(sides[1])[0];
            double[] derivatives = numbers(sides[2]);
            NotationTrial.Numbers found = alone.size("n", x.length).with("x", x).agreeAtEdge();
            assertEquals(value, found.values()[0], Double.isFinite(value) ? Math.ulp(value) : 1, line);
            assertArrayEquals(derivatives, found.jacobian()[0], ROUNDING, line);
            if (x.length > 0 && Arrays.stream(x).noneMatch(Double::isNaN)) {
                besideAnother(rows, x, derivatives, line);
            }
        });
    }

    /** What is not finite stays with the element that it belongs to: a tangent or adjoint of 0 brings nothing of it. */
    private static void besideAnother(NotationTrial rows, double[] x, double[] derivatives, String line) {
        int n = x.length;
        double[] both = Arrays.copyOf(x, 2 * n);
        Arrays.fill(both, n, 2 * n, 1.5);
        double[][] jacobian = rows.size("n", n).with("x", both).agreeAtEdge().jacobian();
        assertArrayEquals(Arrays.copyOf(derivatives, 2 * n), jacobian[0], ROUNDING, line);
        assertArrayEquals(new double[n], Arrays.copyOf(jacobian[1], n), line);
    }

    private static double[] numbers(String words) {
        return Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .mapToDouble(word -> Double.parseDouble(word.replace("inf", "Infinity")))
                .toArray();
    }
}
