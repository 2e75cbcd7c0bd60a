package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.check.Sources;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Program;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library promises at the edges of its functions' ranges. */
class LibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normal_lpdf(0.5, 0, -1)",
                "lognormal_lpdf(0.5, 0, -1)",
                "student_t_lpdf(0.5, -0.5, 0, 1)",
                "student_t_lpdf(0.5, 3, 0, -1)",
                "gamma_lpdf(1, -0.5, 1)",
                "gamma_lpdf(1, 0.5, -1)",
                "beta_lpdf(0.5, -0.5, 2)",
                "beta_lpdf(0.5, 2, -0.5)",
                "poisson_lpmf(0, -1)",
                "poisson_lpmf(2, -1)",
                "binomial_lpmf(0, 3, -0.5)",
                "binomial_lpmf(3, 3, 1.5)",
                "binomial_lpmf(1, 3, 1.5)"
            })
    void parametersOutsideOfTheirRangeGiveNaN(String density) {
        assertEquals(Double.NaN, value(density));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lognormal_lpdf(0, 0, 1)",
                "gamma_lpdf(-1, 2, 1)",
                "beta_lpdf(-0.5, 2, 2)",
                "beta_lpdf(1.5, 2, 2)",
                "poisson_lpmf(-1, 2)",
                "binomial_lpmf(4, 3, 0.5)"
            })
    void outsideOfTheSupportIsMinusInfinity(String density) {
        assertEquals(Double.NEGATIVE_INFINITY, value(density));
    }

    @Test
    void certaintyHasProbabilityOne() {
        assertEquals(0, value("poisson_lpmf(0, 0)"));
        assertEquals(0, value("binomial_lpmf(0, 3, 0)"));
        assertEquals(0, value("binomial_lpmf(3, 3, 1)"));
    }

    private static double value(String density) {
        String text = "import std.prob; function f(x) -> y { y = x + " + density + "; }";
        Decoded file = Decoded.of("f.ad", text.getBytes(StandardCharsets.UTF_8));
        Compilation compilation = Compiler.compile(file, Sources.none(), Options.DEFAULT);
        assertEquals(List.of(), compilation.diagnostics());
        Program program = compilation.uncalled().get(0).lowered();
        return Interpreter.run(program, 0).outputs(program)[0];
    }
}
