package dev.adjc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest extends CommandTest {
    private CommandLineFixture.Outcome check(String expression, String at) {
        String file = adjc.file("f.ad", """
                extern function root(x) = "java.lang.Math.sqrt" { d x = 0.5 / root(x); }
                extern function nearly(x) = "java.lang.Math.sqrt" { d x = 0.50001 / nearly(x); }
                function half(const x) -> y { y = sin(x) / 2; }
                function f(x) -> y { y = %s; }
                """.formatted(expression));
        return adjc.run("check", file, "--function", "f", "--at", "x=" + at);
    }

    @Test
    void lectureAgreesAtItsPointAndAtRandomOnes() {
        var given = adjc.run("check", "samples/lectures/umbc.ad", "--at", "x1=2,x2=1,a=1");
        assertEquals(0, given.code(), given.err());
        assertTrue(given.out().contains("d y / d x1  4.2 "), given.out());
        var drawn = adjc.run("check", "samples/lectures/umbc.ad");
        assertEquals(0, drawn.code(), drawn.err());
        assertEquals(
                5, drawn.out().lines().filter(line -> line.startsWith("at ")).count());
    }

    @Test
    void pointsFollowFromTheSeed() {
        String[] once = {"check", "samples/lectures/umbc.ad", "--points", "2", "--seed", "3"};
        assertEquals(adjc.run(once).out(), adjc.run(once).out());
        String other = adjc.run("check", "samples/lectures/umbc.ad", "--points", "2", "--seed", "4")
                .out();
        assertTrue(!adjc.run(once).out().equals(other));
    }

    @Test
    void wrongRuleOfAnExternFunctionIsFound() {
        assertEquals(0, check("root(x) * x", "2").code());
        var wrong = check("nearly(x) * x", "2");
        assertEquals(1, wrong.code());
        assertTrue(wrong.err().contains("E0410"), wrong.err());
        assertTrue(wrong.out().contains("WRONG"), wrong.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abs(x)          | 0 | left -1, right 1       | a kink",
                "relu(x)         | 0 | left 0, right 1        | a kink",
                "max(x, 2)       | 2 | left 0, right 1        | a kink",
                "floor(x) + x    | 2 | left Infinity, right 1 | a jump",
                "if x > 1 then 2*x else 3*x | 1 | left 3, right -Infinity | a jump",
                "sqrt(x)         | 0 | left none, right Infinity | the edge",
                "cbrt(x)         | 0 | left Infinity, right Infinity | infinitely steep"
            })
    void kinksAndJumpsShowBothSidesAndAreNoError(String expression, String at, String sides, String kind) {
        var outcome = check(expression, at);
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains(sides), outcome.out());
        assertTrue(outcome.out().contains(kind), outcome.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stop_gradient(sin(x)) * x", "half(x) * x + x", "if x > 1 then stop_gradient(x) * x else x"})
    void whatIsStoppedIsHeldFixedInDifferences(String expression) {
        var outcome = check(expression, "2");
        assertEquals(0, outcome.code(), outcome.err());
    }

    /** The second one's long steps average the ripple away, the third one's values hardly show x. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sin(1e6 * x)                | 0.7",
                "1e3 * x + sin(1e9 * x)/1e9  | 0.7",
                "1e20 + x                    | 3",
                "log(x)                      | 1e-300",
                "x^2 * 1e-200                | 1e-3",
                "exp(x)                      | 700",
                "abs(x)                      | 1e-7",
                "x * 0                       | 5"
            })
    void differencesThatCannotKnowBetterDoNotAccuse(String expression, String at) {
        var outcome = check(expression, at);
        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
    }

    @Test
    void requireBoundsWhereRandomPointsAreDrawn() {
        String file = adjc.file(
                "f.ad",
                "function f(s, t) -> y { require s > 0.9 : \"s\"; require t < s : \"t\"; y = log(s - t) + s * t; }");
        assertEquals(0, adjc.run("check", file).code());
        assertEquals(1, adjc.run("check", file, "--at", "s=0,t=0").code());
        String nowhere = adjc.file("g.ad", "function g(s) -> y { require s != s : \"never\"; y = s; }");
        var outcome = adjc.run("check", nowhere);
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("--at"), outcome.err());
    }

    @Test
    void functionsWithoutInputsOrWithManyOutputsAreChecked() {
        assertEquals(
                0,
                adjc.run("check", adjc.file("f.ad", "function f() -> y { y = 2; }"))
                        .code());
        assertEquals(
                0,
                adjc.run("check", adjc.file("g.ad", "function g(a, const b, int k) -> u, v { u = a^k; v = a * b; }"))
                        .code());
    }

    @Test
    void programsWithSizesAreCheckedForSmallOnesWhichAreTold() {
        String file = adjc.file("f.ad", """
                function f(h0[M], U[M,M], x[T,M], int c[T]) -> y[T], e {
                  h[j] = h0[j];
                  for t in 0..<T {
                    h[j] = tanh(sum[i](U[j,i] * h[i]) + x[t,j]);
                    y[t] = h[c[t]] * stop_gradient(x[t,0]);
                  }
                  e = logsumexp[j](h[j]);
                }
                """);
        var outcome = adjc.run("check", file, "--points", "2");
        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
        assertTrue(
                Pattern.compile("^at M = [1-4], T = [1-4], h0 = \\[", Pattern.MULTILINE)
                        .matcher(outcome.out())
                        .find(),
                outcome.out());
        assertTrue(outcome.out().contains("d e / d U[0, 0] "), outcome.out());
    }

    @Test
    void integersOfAPointAreTold() {
        String file = adjc.file("f.ad", "function f(x[n], int k, int c[2]) -> y { y = x[c[0]] * x[c[1]]^k; }");
        var outcome = adjc.run("check", file, "--at", "x=[1,2],k=3,c=[0,1]");
        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
        assertTrue(outcome.out().startsWith("at n = 2, x = [1.0, 2.0], k = 3, c = [0, 1]\n"), outcome.out());
    }

    @Test
    void wrongRuleIsFoundInArraysToo() {
        String file = adjc.file("f.ad", """
                extern function nearly(x) = "java.lang.Math.sqrt" { d x = 0.50001 / nearly(x); }
                function f(x[n]) -> y { y = sum[i](nearly(x[i])); }
                """);
        var outcome = adjc.run("check", file, "--at", "x=[1,2]");
        assertEquals(1, outcome.code(), outcome.out());
        assertTrue(outcome.err().contains("`x[1]`"), outcome.err());
    }

    @Test
    void longArraysAreComparedInPartAndThatIsTold() {
        String file = adjc.file("f.ad", "function f(x[n]) -> y { y = sum[i](x[i]^2); }");
        String many = "x=[" + "1,".repeat(2999) + "1]";
        var outcome = adjc.run("check", file, "--at", many);
        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
        assertTrue(outcome.out().contains("of 3000 inputs"), outcome.out());
        assertTrue(outcome.out().contains("x = [1.0, 1.0, 1.0, 1.0, ..., 1.0] (3000)"), outcome.out());
    }
}
