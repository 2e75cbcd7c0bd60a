package dev.adjc.operator.special;

import static dev.adjc.operator.special.SpecialMethods.value;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kinks, poles, ends and infinities: what the language promises there. */
class EdgesTest {
    private static final double INF = POSITIVE_INFINITY;

    /** The value at these arguments; zeros of either sign are alike. */
    private static void is(double expected, String name, double... arguments) {
        assertEquals(expected + 0.0, value(name, arguments) + 0.0, () -> name + Arrays.toString(arguments));
    }

    @Test
    void nanInNanOut() {
        for (String name : SpecialMethods.PUBLIC.keySet()) {
            int arity = name.equals("powi") ? 1 : SpecialMethods.arity(name);
            for (int k = 0; k < arity; k++) {
                double[] arguments = new double[SpecialMethods.arity(name)];
                Arrays.fill(arguments, 0.5);
                arguments[k] = NaN;
                // "1 for x > 0, else 0" leaves no room for NaN; exp(-|x|) is NaN where x is
                boolean blind = name.equals("step") || name.equals("sigmoidOfTail") && k == 0;
                if (!blind) {
                    is(NaN, name, arguments);
                }
            }
        }
    }

    @Test
    void stepsAndRelu() {
        is(1, "step", Double.MIN_VALUE);
        is(0, "step", 0.0);
        is(0, "step", -0.0);
        is(0, "step", NaN);
        is(0, "relu", -2);
        is(0, "relu", -0.0);
        is(3, "relu", 3);
        is(0, "flat", INF);
        is(7, "orNaN", 7, INF);
        is(NaN, "orNaN", 7, NaN);
    }

    @Test
    void extremesShareTies() {
        for (String name : List.of("maxWeight", "minWeight")) {
            is(0.5, name, 0.0, -0.0);
            is(0.5, name, INF, INF);
            is(NaN, name, NaN, 1);
            is(NaN, name, 1, NaN);
        }
        is(1, "maxWeight", 2, 1);
        is(0, "maxWeight", 1, 2);
        is(0, "minWeight", 2, 1);
        is(1, "minWeight", 1, 2);
    }

    @Test
    void clampPassesTheArgumentAtItsBounds() {
        double[][] points = {
            {1, 1, 2}, {2, 1, 2}, {0.5, 1, 2}, {3, 1, 2}, {1, 1, 1}, {1, 2, 1}, {NaN, 1, 2}, {1, NaN, 2}, {1, 1, NaN}
        };
        double[][] expected = {
            {1, 1, 0, 0},
            {2, 1, 0, 0},
            {1, 0, 1, 0},
            {2, 0, 0, 1},
            {1, 1, 0, 0},
            {NaN, NaN, NaN, NaN},
            {NaN, NaN, NaN, NaN},
            {NaN, NaN, NaN, NaN},
            {NaN, NaN, NaN, NaN}
        };
        List<String> names = List.of("clamp", "clampDx", "clampDlo", "clampDhi");
        for (int k = 0; k < points.length; k++) {
            for (int j = 0; j < names.size(); j++) {
                is(expected[k][j], names.get(j), points[k]);
            }
        }
    }

    @Test
    void modHasTheSignOfTheDivisor() {
        is(0.5, "mod", -5.5, 2);
        is(-0.5, "mod", 5.5, -2);
        is(3, "modDy", -5.5, 2);
        is(3, "modDy", 5.5, -2);
        is(NaN, "mod", 1, 0);
        is(NaN, "modDy", 1, 0);
        is(NaN, "mod", INF, 2);
        is(2, "mod", 2, INF);
        is(0, "modDy", 2, INF);
        is(INF, "mod", -2, INF);
        is(1, "modDy", -2, INF);
        assertEquals(-0.0, Kinks.mod(6, -3));
        assertEquals(0.0, Kinks.mod(-6, 3));
    }

    @Test
    void powerAtZeroTakesTheLimitFromAbove() {
        for (double zero : new double[] {0.0, -0.0}) {
            is(0, "powDx", zero, 0);
            is(0, "powDy", zero, 0);
            is(0, "powDx", zero, 1.5);
            is(1, "powDx", zero, 1);
            is(INF, "powDx", zero, 0.5);
            is(INF, "powDx", zero, 1e-300);
            is(NEGATIVE_INFINITY, "powDx", zero, -1);
            is(NEGATIVE_INFINITY, "powDx", zero, -2);
            is(0, "powDy", zero, 0.5);
            is(0, "powDy", zero, 2);
            is(NEGATIVE_INFINITY, "powDy", zero, -1);
            is(NEGATIVE_INFINITY, "powDy", zero, -2);
        }
        is(0, "powDx", 0, INF);
        is(NEGATIVE_INFINITY, "powDx", 0, NEGATIVE_INFINITY);
    }

    @Test
    void powerElsewhere() {
        is(0, "powDx", 3, 0);
        is(0, "powDx", NaN, 0);
        is(Math.log(3), "powDy", 3, 0);
        is(NaN, "powDy", -3, 0);
        is(INF, "powDy", INF, 0);
        is(12, "powDx", -2, 3);
        is(NaN, "powDy", -2, 3);
        is(NaN, "powDx", -2, 0.5);
        is(NaN, "powDy", -2, 0.5);
        is(NaN, "powDx", 1, NaN);
        is(NaN, "powDy", 1, NaN);
        is(NaN, "powDx", -1, INF);
        is(INF, "powDx", INF, 2);
        is(NEGATIVE_INFINITY, "powDx", NEGATIVE_INFINITY, 2);
        is(1, "powDx", INF, 1);
        is(0, "powDx", INF, 0.5);
        is(0, "powDx", INF, -1);
        is(0, "powDy", INF, -1);
        is(0, "powDx", 0.5, INF);
        is(0, "powDy", 0.5, INF);
        is(INF, "powDx", 2, INF);
        is(1, "powi", NaN, 0);
        is(1, "powi", 0, 0);
        is(NEGATIVE_INFINITY, "powi", -0.0, -3);
        is(1, "powi", -1, 1e300);
    }

    @Test
    void logarithms() {
        is(INF, "logDx", 0.0);
        is(INF, "logDx", -0.0);
        is(NaN, "logDx", -1);
        is(NEGATIVE_INFINITY, "log2", -0.0);
        is(NaN, "log2", -Double.MIN_VALUE);
        is(INF, "log2", INF);
        is(NEGATIVE_INFINITY, "log1mexp", 0);
        is(INF, "log1mexpDx", 0);
        is(INF, "log1mexpDx", -0.0);
        is(NaN, "log1mexp", -1);
        is(NaN, "log1mexpDx", -1);
        is(0, "log1mexp", INF);
        is(0, "log1mexpDx", INF);
    }

    @Test
    void zeroTimesALogarithmIsZero() {
        is(0, "xlogy", 0, 0);
        is(NEGATIVE_INFINITY, "xlogyDx", 0, 0);
        is(0, "xlogyDy", 0, 0);
        is(0, "xlogy", 0, -1);
        is(NaN, "xlogyDx", 0, -1);
        is(0, "xlogyDy", 0, -1);
        is(0, "xlogy", -0.0, INF);
        is(NaN, "xlogy", 0, NaN);
        is(NaN, "xlogyDx", 0, NaN);
        is(NaN, "xlogyDy", 0, NaN);
        is(NaN, "xlogyDx", 1, -1);
        is(NaN, "xlogyDy", 1, -1);
        is(NaN, "xlogyDx", INF, 1);
        is(Math.log(3), "xlogyDx", 2, 3);
        is(2.0 / 3.0, "xlogyDy", 2, 3);
        is(INF, "xlogyDy", 2, -0.0);
    }

    @Test
    void logisticFunctionsAtTheirEnds() {
        is(1, "sigmoid", INF);
        is(0, "sigmoid", NEGATIVE_INFINITY);
        is(0.5, "sigmoid", 0);
        is(0, "sigmoidDx", INF);
        is(0, "sigmoidDx", NEGATIVE_INFINITY);
        is(INF, "softplus", INF);
        is(0, "softplus", NEGATIVE_INFINITY);
        is(0, "logsigmoid", INF);
        is(NEGATIVE_INFINITY, "logsigmoid", NEGATIVE_INFINITY);
    }

    @Test
    void sumsOfExponentialsAtInfinity() {
        is(NEGATIVE_INFINITY, "logaddexp", NEGATIVE_INFINITY, NEGATIVE_INFINITY);
        is(0, "logaddexpWeight", NEGATIVE_INFINITY, NEGATIVE_INFINITY);
        is(0, "logaddexp", NEGATIVE_INFINITY, 0);
        is(0, "logaddexpWeight", NEGATIVE_INFINITY, 0);
        is(1, "logaddexpWeight", 0, NEGATIVE_INFINITY);
        is(INF, "logaddexp", INF, 0);
        is(NaN, "logaddexpWeight", INF, 0);
        is(0, "logaddexpWeight", 0, INF);
        is(0, "logaddexpWeight", NEGATIVE_INFINITY, INF);
        is(NaN, "logaddexpWeight", INF, INF);
        is(0.5, "logaddexpWeight", 800, 800);
    }

    @Test
    void lengthsAndAngles() {
        is(0, "hypotDx", 0, 0);
        is(1, "hypotDx", INF, 3);
        is(-1, "hypotDx", NEGATIVE_INFINITY, 3);
        is(0, "hypotDx", 3, INF);
        is(NaN, "hypotDx", INF, INF);
        is(NaN, "hypotDx", NaN, 1);
        is(NaN, "atan2Dy", 0, 0);
        is(NaN, "atan2Dx", 0, 0);
        is(0, "atan2Dy", INF, 1);
        is(0, "atan2Dx", INF, INF);
        is(0, "atanDx", INF);
        is(0, "asinhDx", NEGATIVE_INFINITY);
    }

    @Test
    void inverseFunctionsAtTheEndsOfTheirDomains() {
        is(INF, "asinDx", 1);
        is(INF, "asinDx", -1);
        is(NaN, "asinDx", 1.5);
        is(0, "acosh", 1);
        is(INF, "acoshDx", 1);
        for (double outside : new double[] {0.5, -1, -1e10, NEGATIVE_INFINITY}) {
            is(NaN, "acosh", outside);
            is(NaN, "acoshDx", outside);
        }
        is(INF, "acosh", INF);
        is(INF, "atanh", 1);
        is(NEGATIVE_INFINITY, "atanh", -1);
        is(INF, "atanhDx", 1);
        is(INF, "atanhDx", -1);
        is(NaN, "atanh", 1.5);
        is(NaN, "atanhDx", 1.5);
        is(NaN, "atanhDx", INF);
        is(NEGATIVE_INFINITY, "asinh", NEGATIVE_INFINITY);
        is(INF, "erfinv", 1);
        is(NEGATIVE_INFINITY, "erfinv", -1);
        is(NaN, "erfinv", 1 + 0x1p-52);
    }

    @Test
    void errorFunctionsAtTheirEnds() {
        is(1, "erf", INF);
        is(-1, "erf", -40);
        is(0, "erfc", INF);
        is(2, "erfc", NEGATIVE_INFINITY);
        is(Double.MIN_VALUE, "erfc", 27.22);
        is(0, "erfDx", INF);
        is(0, "normcdf", NEGATIVE_INFINITY);
        is(1, "normcdf", INF);
        is(0, "normpdf", NEGATIVE_INFINITY);
        is(0, "normpdfDx", NEGATIVE_INFINITY);
    }

    @Test
    void gammaFunctionsAtTheirPoles() {
        for (double pole : new double[] {0.0, -0.0, -1, -2, -171, -0x1p52, -1e300}) {
            is(INF, "lgamma", pole);
            is(NaN, "digamma", pole);
            is(INF, "trigamma", pole);
            is(NaN, "tetragamma", pole);
            is(INF, "pentagamma", pole);
        }
        is(INF, "lgamma", INF);
        is(INF, "lgamma", NEGATIVE_INFINITY);
        is(INF, "digamma", INF);
        is(NaN, "digamma", NEGATIVE_INFINITY);
        is(0, "trigamma", INF);
        is(0, "tetragamma", INF);
        is(0, "pentagamma", INF);
        is(0, "lgamma", 1);
        is(0, "lgamma", 2);
    }

    @Test
    void betaFunctionAtTheEdgesOfItsDomain() {
        is(INF, "beta", 0, 2);
        is(INF, "lbeta", 2, -0.0);
        is(NaN, "beta", -1, 2);
        is(NaN, "lbeta", 2, -Double.MIN_VALUE);
        is(0, "beta", 2, INF);
        is(NEGATIVE_INFINITY, "lbeta", INF, 2);
        is(NaN, "beta", 0, INF);
        is(NEGATIVE_INFINITY, "lbetaDx", 0, 2);
        is(NEGATIVE_INFINITY, "lbetaDx", 2, INF);
        is(0, "lbetaDx", INF, 2);
        is(NaN, "lbetaDx", -1, 2);
        is(NEGATIVE_INFINITY, "betaDx", 0, 2);
        is(-Polygamma.trigamma(2), "betaDx", 2, 0);
        is(0, "betaDx", 2, INF);
        is(NaN, "betaDx", -1, 2);
        is(0, "lbeta", 1, 1);
    }
}
