package dev.adjc.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Program;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {

    private static Program function(String expression) {
        String text = "function f(x) -> y { y = " + expression + "; }";
        return Compiler.compile(
                        Decoded.of("f.ad", text.getBytes(StandardCharsets.UTF_8)), Sources.none(), Options.DEFAULT)
                .functions()
                .get(0)
                .lowered();
    }

    private static Slope slope(String expression, double x) {
        Arguments point = Arguments.of(x);
        return new Differences(FixedStops.at(function(expression), point), point).along(0, 0)[0];
    }

    /** Ten digits are what a fourth-order formula leaves of sixteen, where nothing cancels. */
    @ParameterizedTest
    @CsvSource({
        "sin(x), 1, 0.5403023058681398",
        "exp(x), 3, 20.085536923187668",
        "log(x), 1e-8, 1e8",
        "x^3, 100, 30000",
        "sin(1000*x), 1, 562.3790762907029"
    })
    void smoothSlopesHaveTenDigitsAndKnowTheirError(String expression, double x, double expected) {
        Slope slope = slope(expression, x);
        assertEquals(Slope.Kind.SMOOTH, slope.kind());
        double error = Math.abs(slope.central().value() - expected);
        assertTrue(error <= 1e-10 * Math.abs(expected), slope.toString());
        assertTrue(error <= 2 * slope.central().error(), slope.toString());
    }

    @Test
    void valuesThatHardlyMoveLeaveALargeError() {
        Slope slope = slope("1e20 + x", 3);
        assertTrue(Math.abs(slope.central().value() - 1) <= slope.central().error(), slope.toString());
    }

    @Test
    void rippleThatLongStepsAverageAwayIsSeenByShortOnes() {
        Slope slope = slope("x + 1e-6 * sin(1e6 * x)", 0.7);
        double expected = 1 + Math.cos(1e6 * 0.7);
        assertTrue(
                Math.abs(slope.central().value() - expected)
                        <= 2 * slope.central().error(),
                slope.toString());
    }

    @Test
    void kinkCloseByIsNoKink() {
        assertEquals(Slope.Kind.SMOOTH, slope("abs(x - 1)", 1.001).kind());
        assertEquals(Slope.Kind.SMOOTH, slope("abs(x - 1)", 1 + 1e-8).kind());
        assertEquals(Slope.Kind.KINK, slope("abs(x - 1)", 1).kind());
    }

    @Test
    void infiniteSlopesAreTold() {
        assertEquals(Slope.Kind.STEEP, slope("cbrt(x)", 0).kind());
        Slope edge = slope("sqrt(x)", 0);
        assertEquals(Slope.Kind.EDGE, edge.kind());
        assertEquals(Double.POSITIVE_INFINITY, edge.right().value());
        assertEquals(Slope.Kind.UNKNOWN, slope("log(x)", -1).kind());
    }

    @Test
    void stoppedValuesAreThoseOfThePoint() {
        assertEquals(
                Math.sin(2), slope("stop_gradient(sin(x)) * x", 2).central().value(), 1e-12);
    }
}
