package dev.adjc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceCommandTest extends CommandTest {
    @Test
    void forwardShowsEachIntermediateWithItsTangents() {
        prints("""
                               value        d/dx1  d/dx2
                x1             2            1      0
                x2             1            0      1
                a              1
                z1  = x1^2     4            4      0
                z2  = x2^2     1            0      2
                z3  = x1 - x2  1            1      -1
                z4  = z3^a     1            1      -1
                z5  = z1 + z2  5            4      2
                z6  = log(z5)  1.609437912  0.8    0.4
                v1  = z1 + z4  5            5      -1
                y   = v1 - z6  3.390562088  4.2    -1.4
                """, "trace", UMBC, "--mode", "forward", "--at", "x1=2,x2=1,a=1");
    }

    @Test
    void directionOfThePointGivesOneTangentWithItsFormula() {
        prints(
                """
                            value                                 tangent
                x           2      x_dot                          3
                y  = x^2    4      y_dot = 2 * x * x_dot          12
                z  = x * y  8      z_dot = y * x_dot + x * y_dot  36
                """,
                "trace",
                adjc.file("f.ad", "function f(x) -> z { y = x^2; z = x * y; }"),
                "--mode",
                "forward",
                "--at",
                "{\"x\": 2, \"tangent\": {\"x\": 3}}");
    }

    @Test
    void tangentAlongWhatAValueDoesNotDependOnIsZeroAtAPole() {
        String file = adjc.file("pole.ad", "function pole(x, y) -> z { t = 1 / x; z = t + y; }");
        prints("""
                            value     d/dx       d/dy
                x           0         1          0
                y           3         0          1
                t  = 1 / x  Infinity  -Infinity  0
                z  = t + y  Infinity  -Infinity  1
                """, "trace", file, "--mode", "forward", "--at", "x=0,y=3");
    }

    @Test
    void reverseShowsEachAdjointAsASumOfContributions() {
        prints("""
                               value
                x1             2
                x2             1
                a              1
                z1  = x1^2     4
                z2  = x2^2     1
                z3  = x1 - x2  1
                z4  = z3^a     1
                z5  = z1 + z2  5
                z6  = log(z5)  1.609437912
                v1  = z1 + z4  5
                y   = v1 - z6  3.390562088

                        adjoint of y  is the sum of
                y_bar   1             given
                v1_bar  1             y_bar
                z6_bar  -1            -y_bar
                z5_bar  -0.2          1/z5 * z6_bar
                z4_bar  1             v1_bar
                z3_bar  1             a * z3^(a - 1) * z4_bar
                z2_bar  -0.2          z5_bar
                z1_bar  0.8           v1_bar + z5_bar            = 1 - 0.2
                x1_bar  4.2           z3_bar + 2 * x1 * z1_bar   = 1 + 3.2
                x2_bar  -1.4          -z3_bar + 2 * x2 * z2_bar  = -1 - 0.4
                """, "trace", UMBC, "--at", "x1=2,x2=1,a=1");
    }

    @Test
    void innerNamesAreThoseOfTheCalledFunctionEachOnce() {
        String file = adjc.file("f.ad", """
                function half(s) -> h { m = s / 2; h = if m > 0 then m else 0; }
                function f(x, m) -> y { y = half(x) + half(x * m) * half(m + 1); }
                """);
        String out = adjc.run("trace", file, "--at", "x=3,m=4").out();
        List<String> names = out.substring(0, out.indexOf("adjoint"))
                .lines()
                .filter(line -> line.contains("="))
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
        assertEquals(List.of("m2", "v1", "h", "v2", "m3", "v3", "h2", "v4", "m4", "v5", "h3", "v6", "y"), names, out);
    }

    /** The further derivatives of the gamma function have no name in the language, but in its literature. */
    @Test
    void derivativesAreFormulasOfTheLanguage() {
        Set<String> internal = Operators.all().stream()
                .filter(operator -> operator.family() == Operator.Family.INTERNAL)
                .map(Operator::name)
                .filter(name -> !name.equals("tetragamma"))
                .collect(Collectors.toSet());
        for (String name : Operators.functionNames()) {
            int arity = Operators.function(name).orElseThrow().arity();
            String arguments = "abc".substring(0, arity).replaceAll("(?<=.)(?=.)", ", ");
            String file =
                    adjc.file("f.ad", "function f(" + arguments + ") -> y { y = " + name + "(" + arguments + ")^-2; }");
            String tangent =
                    "{\"point\": {\"a\": 0.3, \"b\": 0.2, \"c\": 0.6}, \"tangent\": {\"a\": 1, \"b\": 1, \"c\": 1}}";
            String point =
                    arity == 3 ? tangent : tangent.replaceAll(arity == 2 ? ", .c.: [\\d.]+" : ", .[bc].: [\\d.]+", "");
            for (String mode : List.of("forward", "reverse")) {
                var outcome = adjc.run("trace", file, "--at", point, "--mode", mode);
                assertEquals(0, outcome.code(), outcome.err());
                Set<String> words = new HashSet<>(List.of(outcome.out().split("\\W+")));
                words.retainAll(internal);
                assertEquals(Set.of(), words, outcome.out());
            }
        }
    }

    @Test
    void branchNotTakenIsNotShown() {
        String file = adjc.file("f.ad", "function f(x) -> y { y = if x > 0 then log(x) else x^2; }");
        String out = adjc.run("trace", file, "--at", "x=-3").out();
        assertTrue(out.contains("= x > 0  false"), out);
        assertTrue(out.contains("= x^2    9"), out);
        assertTrue(!out.contains("log"), out);
        assertTrue(out.contains("x_bar  -6"), out);
    }

    @Test
    void nameThatIsDefinedAgainGetsAMark() {
        String file = adjc.file("f.ad", "function f(x) -> x { x = x * 2; x = x + 1; }");
        String out = adjc.run("trace", file, "--at", "x=3").out();
        assertTrue(out.contains("x'   = x * 2   6"), out);
        assertTrue(out.contains("x''  = x' + 1  7"), out);
    }

    @Test
    void eachOutputHasItsAdjointsUnlessThePointWeighsThem() {
        String file = adjc.file("f.ad", "function f(x) -> u, v { u = 2 * x; v = 3 * x; }");
        String each = adjc.run("trace", file, "--at", "x=1").out();
        assertTrue(each.contains("adjoint of u") && each.contains("adjoint of v"), each);
        String weighed = adjc.run("trace", file, "--at", "{\"x\": 1, \"adjoint\": {\"u\": 10, \"v\": 1}}")
                .out();
        assertTrue(weighed.contains("x_bar  23"), weighed);
    }

    @Test
    void withoutAPointOnlyAFunctionWithoutParametersIsTraced() {
        assertEquals(2, adjc.run("trace", UMBC).code());
        assertEquals(
                0,
                adjc.run("trace", adjc.file("f.ad", "function f() -> y { y = exp(1); }"))
                        .code());
    }

    @Test
    void requireThatFailsIsShownInItsPlace() {
        String file = adjc.file("f.ad", "function f(s) -> y {\n  require s > 0 : \"positive\";\n  y = s;\n}\n");
        var outcome = adjc.run("trace", file, "--at", "s=-1");
        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("f.ad:2:11"), outcome.err());
        assertTrue(outcome.err().contains("positive: s = -1.0"), outcome.err());
    }

    @Test
    void indexOutOfRangeIsShownInItsPlace() {
        String file = adjc.file("f.ad", """
                function g(a[n], int j) -> s { s = 2 * a[j]; }
                function f(x[n], int k) -> y {
                  y = x[0] + x[k]
                      + g(x, k + 1);
                }
                """);
        assertTrue(adjc.run("trace", file, "--at", "x=[1,2],k=2").err().contains("f.ad:3:14"));
        assertTrue(adjc.run("trace", file, "--at", "x=[1,2],k=1").err().contains("f.ad:3:3"));
    }

    @Test
    void arraysThatAreTooLargeAreRefused() {
        String file =
                adjc.file("f.ad", "function f(x, int k) -> y { A[i in 0..<k, j in 0..<k] = x * j; y = A[1, 2]; }");
        var outcome = adjc.run("trace", file, "--at", "x=1,k=65536");
        assertEquals(1, outcome.code());
        assertTrue(outcome.err().contains("E0414"), outcome.err());
        assertTrue(outcome.err().contains("`A`, [k, k] = [65536, 65536]"), outcome.err());
    }

    @Test
    void arraysOfManyDimensionsAreShortenedToALine() {
        String file = adjc.file("f.ad", "function f(T[a, b, c, d]) -> y { y = sum[i, j, k, l](T[i, j, k, l]); }");
        String row = "[1,2,3,4,5,6,7]";
        String matrix = "[" + String.join(",", Collections.nCopies(5, row)) + "]";
        String cube = "[" + String.join(",", Collections.nCopies(5, matrix)) + "]";
        String out =
                adjc.run("trace", file, "--at", "T=[" + cube + "," + cube + "]").out();
        String pair = "[[1, ..., 7], ..., [1, ..., 7]]";
        String both = "[" + pair + ", ..., " + pair + "]";
        assertTrue(out.contains("[" + both + ", " + both + "] (2 x 5 x 5 x 7)\n"), out);
        String none = adjc.run("trace", file, "--at", "T=[[],[],[],[],[]]").out();
        assertTrue(none.contains("[[], [], ..., []] (5 x 0 x 0 x 0)\n"), none);
    }

    @Test
    void externFunctionsAreRun() {
        String file = adjc.file("f.ad", """
                extern function root(x) = "java.lang.Math.sqrt" { d x = 0.5 / root(x); }
                function f(x) -> y { y = root(x); }
                """);
        String out = adjc.run("trace", file, "--at", "x=4").out();
        assertTrue(out.contains("x_bar  0.25"), out);
    }

    // ---- arrays

    private static final String SQUARES = "function f(x[n], const w) -> y { q[i] = x[i] * w; y = sum[i](q[i]^2); }";

    @Test
    void arraysAreShownWholeWithTheirTangents() {
        prints("""
                                        value    d/dx[0]  d/dx[1]
                x                       [1, 2]   [1, 0]   [0, 1]
                w                       3
                q[i]   = x[i] * w       [3, 6]   [3, 0]   [0, 3]
                v1[i]  = q[i]^2         [9, 36]  [18, 0]  [0, 36]
                y      = sum[i](v1[i])  45       18       36
                """, "trace", adjc.file("f.ad", SQUARES), "--mode", "forward", "--at", "x=[1,2],w=3");
    }

    @Test
    void adjointsOfArraysTellWhatIsAddedAndWhere() {
        prints("""
                                        value
                x                       [1, 2]
                w                       3
                q[i]   = x[i] * w       [3, 6]
                v1[i]  = q[i]^2         [9, 36]
                y      = sum[i](v1[i])  45

                        adjoint of y  is the sum of
                y_bar   1             given
                v1_bar  [1, 1]        at [i]: y_bar  for i < n
                q_bar   [6, 12]       at [i]: 2 * q[i] * v1_bar[i]  for i < n
                x_bar   [18, 36]      at [i]: w * q_bar[i]  for i < n
                """, "trace", adjc.file("f.ad", SQUARES), "--at", "x=[1,2],w=3");
    }

    @Test
    void longArraysAreShortenedAndTheTraceSaysSo() {
        var outcome =
                adjc.run("trace", adjc.file("f.ad", SQUARES), "--mode", "forward", "--at", "x=[1,2,3,4,5,6,7,8],w=1");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("x                       [1, 2, 3, 4, ..., 8] (8) "), outcome.out());
        assertTrue(outcome.out().contains("3 of 8 inputs are shown"), outcome.out());
        assertTrue(outcome.out().contains("long arrays are shortened"), outcome.out());
    }

    @Test
    void roundsOfALoopAreArrays() {
        var outcome = adjc.run(
                "trace",
                adjc.file("f.ad", "function f(x, int n) -> y { y = x; for t in 0..<n { y = y * x; } }"),
                "--at",
                "x=2,n=3");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("for t in 0..<n"), outcome.out());
        assertTrue(outcome.out().contains("[4, 8, 16]"), outcome.out());
    }

    @Test
    void aReductionIsOneRowHoweverItIsComputed() {
        String file = adjc.file("f.ad", "function f(x[n]) -> y { y = prod[i](x[i]) + mean[i](x[i]); }");
        String trace = adjc.run("trace", file, "--at", "x=[3,4]").out();
        assertTrue(
                trace.contains("v1  = prod[i](x[i])  12\nv2  = sum[i](x[i])   7\nv3  = v2 / n         3.5\n"), trace);
        assertTrue(trace.contains("x_bar   [4.5, 3.5]    at [i]: v2_bar  for i < n\n"), trace);
        assertTrue(trace.contains("  at [i]: d v1/d x[i] * v1_bar  for i < n\n"), trace);
    }

    @Test
    void roundsOfALoopRunBackwards() {
        String file = adjc.file("f.ad", "function f(x, int n) -> y { y = x; for t in 0..<n { y = y * x; } }");
        String trace = adjc.run("trace", file, "--at", "x=2,n=3").out();
        assertTrue(trace.contains("for t = n - 1, ..., 0"), trace);
    }
}
