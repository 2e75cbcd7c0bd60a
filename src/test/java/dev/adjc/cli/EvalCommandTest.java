package dev.adjc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvalCommandTest extends CommandTest {
    private static final String TWO = "function two(x, const a) -> u, v { u = x * a; v = x / a; }";

    @Test
    void figuresOfTheLectureInTheFormThatScriptsRelyOn() {
        prints("""
                {"function":"umbc","mode":"reverse",
                 "value":{"y":3.3905620875658995},
                 "gradient":{"x1":4.2,"x2":-1.4}}
                """, "eval", UMBC, "--at", "x1=2,x2=1,a=1");
    }

    @Test
    void forwardClassGivesTheSame() {
        prints("""
                {"function":"umbc","mode":"forward",
                 "value":{"y":3.3905620875658995},
                 "gradient":{"x1":4.2,"x2":-1.4}}
                """, "eval", UMBC, "--at", "x1=2,x2=1,a=1", "--mode", "forward");
    }

    @Test
    void keysComeInTheirOwnOrderWhateverTheOrderAskedFor() {
        String point = adjc.file("point.json", """
                {"x1": 2, "x2": 1, "a": 1, "tangent": {"x1": 1, "x2": 0}, "adjoint": {"y": 2}}
                """);
        prints("""
                {"function":"umbc","mode":"reverse",
                 "value":{"y":3.3905620875658995},
                 "gradient":{"x1":4.2,"x2":-1.4},
                 "jacobian":{"y":{"x1":4.2,"x2":-1.4}},
                 "jvp":{"y":4.2},
                 "vjp":{"x1":8.4,"x2":-2.8}}
                """, "eval", UMBC, "--at", point, "--want", "vjp,jvp,jacobian,value,gradient");
    }

    @Test
    void severalOutputsHaveValueAndJacobian() {
        prints("""
                {"function":"two","mode":"reverse",
                 "value":{"u":6.0,"v":1.5},
                 "jacobian":{"u":{"x":2.0},"v":{"x":0.5}}}
                """, "eval", adjc.file("two.ad", TWO), "--at", "x=3,a=2");
    }

    @Test
    void severalOutputsHaveNoGradient() {
        refuses(2, "jacobian", "eval", adjc.file("two.ad", TWO), "--at", "x=3,a=2", "--want", "gradient");
    }

    @Test
    void pointComesFromStandardInput() {
        adjc.input("{\"x1\": 2.0, \"x2\": 1, \"a\": 1}");
        assertTrue(adjc.run("eval", UMBC, "--at", "-").out().contains("3.3905620875658995"));
    }

    @Test
    void passiveInputsAreLeftOutAndNoneIsAnEmptyObject() {
        prints("""
                {"function":"f","mode":"reverse",
                 "value":{"y":6.0},
                 "gradient":{}}
                """, "eval", adjc.file("f.ad", "function f(const a, int k) -> y { y = a * k; }"), "--at", "a=3,k=2.0");
    }

    @Test
    void functionWithoutParametersNeedsNoPoint() {
        prints("""
                {"function":"f","mode":"reverse",
                 "value":{"y":0.30000000000000004}}
                """, "eval", adjc.file("f.ad", "function f() -> y { y = 0.1 + 0.2; }"), "--want", "value");
        refuses(2, "--at", "eval", UMBC);
    }

    @Test
    void nonFiniteNumbersAreTheThreeStringsBothWays() {
        prints(
                """
                {"function":"f","mode":"reverse",
                 "value":{"u":"Infinity","v":"-Infinity","w":"NaN"},
                 "jacobian":{"u":{},"v":{},"w":{}}}
                """,
                "eval",
                adjc.file("f.ad", "function f(const a, const b, const c) -> u, v, w { u = a; v = b; w = c; }"),
                "--at",
                "{\"a\":\"Infinity\",\"b\":\"-Infinity\",\"c\":\"NaN\"}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.9e-324, 1.7976931348623157e308, 0.1, -0.0, 1e22, 123456789.12345679})
    void doublesReadBackToTheSameBits(double number) {
        var outcome = adjc.run(
                "eval", adjc.file("f.ad", "function f(x) -> y { y = x; }"), "--at", "x=" + number, "--want", "value");
        String printed = outcome.out().replaceAll("(?s).*\"y\":|\\}\\}.*", "");
        assertEquals(Double.doubleToRawLongBits(number), Double.doubleToRawLongBits(Double.parseDouble(printed)));
    }

    @Test
    void namesKeepTheProgramsSpelling() {
        prints("""
                {"function":"δ","mode":"reverse",
                 "value":{"class":4.0},
                 "gradient":{"x₁":4.0}}
                """, "eval", adjc.file("f.ad", "function δ(x₁) -> class { class = x₁^2; }"), "--at", "x₁=2");
    }

    @Test
    void jsonOptionPutsTheObjectOnOneLine() {
        assertEquals(
                1,
                adjc.run("eval", UMBC, "--at", "x1=2,x2=1,a=1", "--json")
                        .out()
                        .lines()
                        .count());
    }

    @ParameterizedTest
    @CsvSource({"hessian", "hvp"})
    void secondDerivativesAreStillToCome(String want) {
        refuses(2, "second derivatives", "eval", UMBC, "--at", "x1=2,x2=1,a=1", "--want", "value," + want);
    }

    @Test
    void unknownWantIsAWrongCommandLine() {
        refuses(2, "slope", "eval", UMBC, "--at", "x1=2,x2=1,a=1", "--want", "slope");
    }

    @Test
    void jvpWithoutTangentAndVjpWithoutAdjointSayWhatIsMissing() {
        refuses(1, "`tangent`", "eval", UMBC, "--at", "x1=2,x2=1,a=1", "--want", "jvp");
        refuses(1, "`adjoint`", "eval", UMBC, "--at", "x1=2,x2=1,a=1", "--want", "vjp");
    }

    @Test
    void requireThatFailsIsToldWithItsText() {
        String file = adjc.file(
                "f.ad", "function f(sigma) -> y { require sigma > 0 : \"sigma must be positive\"; y = log(sigma); }");
        refuses(1, "sigma must be positive: sigma = -1.0", "eval", file, "--at", "sigma=-1");
        refuses(1, "\"code\":\"E0407\"", "eval", file, "--at", "sigma=-1", "--diagnostics", "json");
    }

    @Test
    void onlyFunctionThatNoOtherCallsIsMeant() {
        String file = adjc.file("f.ad", "function g(x) -> y { y = 2 * x; }\nfunction f(x) -> y { y = g(x); }\n");
        assertTrue(adjc.run("eval", file, "--at", "x=1").out().startsWith("{\"function\":\"f\""));
        assertTrue(
                adjc.run("eval", file, "--at", "x=1", "--function", "g").out().startsWith("{\"function\":\"g\""));
    }

    @Test
    void severalFunctionsAreListed() {
        String file = adjc.file("f.ad", "function g(x) -> y { y = x; }\nfunction h(x) -> y { y = x; }\n");
        refuses(2, "g, h", "eval", file, "--at", "x=1");
        refuses(2, "did you mean h", "eval", file, "--at", "x=1", "--function", "H");
    }

    @Test
    void wrongProgramIsExitOneAndUnreadableFileThree() {
        refuses(1, "E0201", "eval", adjc.file("f.ad", "function f(x) -> y { y = z; }"), "--at", "x=1");
        refuses(3, "nowhere.ad", "eval", adjc.path("nowhere.ad"), "--at", "x=1");
        refuses(3, "nowhere.json", "eval", UMBC, "--at", adjc.path("nowhere.json"));
    }

    @Test
    void requirementsSpeakInTheirOwnWords() {
        for (String words : List.of("ü\u2028v\u2029w\u0085x", "%s $L {0} \u0007", "C:/users 'n' \ud83d\ude00")) {
            String file = adjc.file("f.ad", "function f(x) -> y { require x > 0 : \"" + words + "\"; y = x; }");
            refuses(1, words + ": x = -1.0", "eval", file, "--at", "x=-1");
        }
    }

    @Test
    void externFunctionsAreFoundOnTheClassPathAndInTheJdk() {
        String file = adjc.file("f.ad", """
                extern function root(x) = "java.lang.Math.sqrt" { d x = 0.5 / root(x); }
                function f(x) -> y { y = root(x); }
                """);
        prints("""
                {"function":"f","mode":"reverse",
                 "value":{"y":2.0},
                 "gradient":{"x":0.25}}
                """, "eval", file, "--at", "x=4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "reverse"})
    void externFunctionsTakeIntegersAsIntegers(String mode) {
        String file = adjc.file("f.ad", """
                extern function scaled(x, int k) = "java.lang.Math.scalb" { d x = scaled(1, k); }
                function f(x, int k) -> y { y = scaled(x, k) + scaled(x, 2); }
                """);
        var outcome = adjc.run("eval", file, "--at", "x=3,k=4", "--json", "--mode", mode);
        assertTrue(outcome.out().endsWith("\"value\":{\"y\":60.0},\"gradient\":{\"x\":20.0}}\n"), outcome.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "reverse"})
    void externFunctionsTakeIntegersThatAreComputed(String mode) {
        String file = adjc.file("f.ad", """
                extern function scaled(x, int k) = "java.lang.Math.scalb" { d x = scaled(1, div(2 * k, 2)); }
                function f(x, int k) -> y { y = scaled(x, div(k, 2) - 1) + scaled(x, 2000000000 * mod(k, 3)); }
                """);
        var outcome = adjc.run("eval", file, "--at", "x=3,k=6", "--json", "--mode", mode);
        assertTrue(outcome.out().endsWith("\"value\":{\"y\":15.0},\"gradient\":{\"x\":5.0}}\n"), outcome.toString());
        refuses(1, "an integer overflows", "eval", file, "--at", "x=3,k=5", "--mode", mode);
    }

    @Test
    void missingJavaIsAnErrorAtItsName() {
        String file = adjc.file(
                "f.ad",
                "extern function j0(x) = \"com.acme.Bessel.j0\" { d x = 1; }\nfunction f(x) -> y { y = j0(x); }\n");
        refuses(1, "f.ad:1:25", "eval", file, "--at", "x=4");
    }

    /** The outcome where an extern function names this Java. */
    private CommandLineFixture.Outcome calling(String java) {
        String file = adjc.file(
                "f.ad", "extern function g(x) = \"" + java + "\" { d x = 1; }\nfunction f(x) -> y { y = g(x); }\n");
        String classes = Path.of("target", "test-classes").toString();
        return adjc.run("eval", file, "--at", "x=4", "--class-path", classes);
    }

    @Test
    void javaThatGeneratedCodeCouldNotCallIsNotThere() {
        for (String java : List.of("checked", "nowhere", "hidden", "Hidden.open", "Open$Inner.same")) {
            var outcome = calling("dev.adjc.cli.ForeignJava." + java);
            assertEquals(1, outcome.code(), outcome.err());
            assertTrue(outcome.err().contains("E0408"), outcome.err());
        }
    }

    @Test
    void javaOfInnerClassesIsNamedAsInSource() {
        assertEquals(0, calling("dev.adjc.cli.ForeignJava.Open.Inner.same").code());
    }

    @Test
    void javaThatRecursForEverIsNoFaultOfAdjc() {
        var outcome = calling("dev.adjc.cli.ForeignJava.endless");
        assertEquals(1, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("E0409"), outcome.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "reverse"})
    void classesThatTakeArraysAreCalledToo(String mode) {
        String parameters = IntStream.range(0, 70)
                .mapToObj(i -> (i == 3 ? "int " : i % 10 == 0 ? "const " : "") + "x" + i)
                .collect(Collectors.joining(", "));
        String sum = IntStream.range(0, 70).mapToObj(i -> i + " * x" + i).collect(Collectors.joining(" + "));
        String file = adjc.file("wide.ad", "function wide(" + parameters + ") -> y { y = " + sum + "; }");
        String point = IntStream.range(0, 70).mapToObj(i -> "x" + i + "=1").collect(Collectors.joining(","));
        String out = adjc.run("eval", file, "--at", point, "--mode", mode).out();
        assertTrue(out.contains("\"value\":{\"y\":2415.0}"), out);
        assertTrue(out.contains("{\"x1\":1.0,\"x2\":2.0,\"x4\":4.0"), out);
        assertTrue(out.endsWith("\"x68\":68.0,\"x69\":69.0}}\n"), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "reverse"})
    void classesOfManyMethodsAreCalledToo(String mode) {
        StringBuilder text = new StringBuilder("function big(x, const c) -> y {\n  z0 = x;\n");
        for (int i = 1; i <= 3000; i++) {
            text.append(String.format(Locale.ROOT, "  z%d = sin(z%d) + c;%n", i, i - 1));
        }
        String file = adjc.file("big.ad", text.append("  y = z3000;\n}\n").toString());
        String out = adjc.run("eval", file, "--at", "x=0,c=0", "--mode", mode).out();
        assertTrue(out.endsWith("\"value\":{\"y\":0.0},\n \"gradient\":{\"x\":1.0}}\n"), out);
    }

    // ---- arrays

    private static final String QUADRATIC = """
            function quadratic(W[m,n], x[n]) -> y {
              q[i] = sum[j](W[i,j] * x[j]);
              y = sum[i](q[i]^2);
            }
            """;

    /** ‖W x‖², by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"forward", "reverse"})
    void gradientsHaveTheShapesOfTheirInputs(String mode) {
        prints(
                """
                {"function":"quadratic","mode":"%s",
                 "value":{"y":125.0},
                 "gradient":{"W":[[10.0,20.0],[20.0,40.0]],"x":[50.0,100.0]}}
                """.formatted(mode),
                "eval",
                adjc.file("f.ad", QUADRATIC),
                "--at",
                "W=[[1,2],[2,4]],x=[1,2]",
                "--mode",
                mode);
    }

    /** The output's indices come first, then the input's. */
    @ParameterizedTest
    @ValueSource(strings = {"forward", "reverse"})
    void everyProductOfArraysComesInListsOfTheirShapes(String mode) {
        String point = adjc.file("point.json", """
                {"A": [[1, 2, 3], [4, 5, 6]], "s": 2, "k": 1, "c": [0, 2],
                 "tangent": {"A": [[1, 0, 0], [0, 0, 1]], "s": 1},
                 "adjoint": {"y": [1, 10], "z": 100}}
                """);
        prints(
                """
                {"function":"pick","mode":"%s",
                 "value":{"y":[2.0,12.0],"z":7.0},
                 "jacobian":{"y":{"A":[[[2.0,0.0,0.0],[0.0,0.0,0.0]],[[0.0,0.0,0.0],[0.0,0.0,2.0]]],"s":[1.0,6.0]},\
                "z":{"A":[[0.0,1.0,0.0],[0.0,1.0,0.0]],"s":0.0}},
                 "jvp":{"y":[3.0,8.0],"z":0.0},
                 "vjp":{"A":[[2.0,100.0,0.0],[0.0,100.0,20.0]],"s":61.0}}
                """.formatted(mode),
                "eval",
                adjc.file("f.ad", """
                        function pick(A[n,m], s, int k, int c[n]) -> y[n], z {
                          y[i] = s * A[i, c[i]];
                          z = sum[i](A[i, k]);
                        }
                        """),
                "--at",
                point,
                "--mode",
                mode,
                "--want",
                "value,jacobian,jvp,vjp");
    }

    @Test
    void integersThatFixExtentsAreHandedToTheConstructor() {
        prints(
                """
                {"function":"powers","mode":"reverse",
                 "value":{"p":[1.0,2.0,4.0]},
                 "jacobian":{"p":{"x":[0.0,1.0,4.0]}}}
                """,
                "eval",
                adjc.file("f.ad", "function powers(x, int n) -> p[n] { p[i in 0..<n] = x^i; }"),
                "--at",
                "x=2,n=3");
    }

    @Test
    void emptyArraysGiveEmptyLists() {
        prints("""
                {"function":"quadratic","mode":"reverse",
                 "value":{"y":0.0},
                 "gradient":{"W":[],"x":[]}}
                """, "eval", adjc.file("f.ad", QUADRATIC), "--at", "W=[],x=[]");
    }

    /** What both modes say when they refuse a point. */
    private void refused(String sentence, String program, String point) {
        String file = adjc.file("f.ad", program);
        for (String mode : List.of("forward", "reverse")) {
            refuses(
                    1,
                    "error[E0407]: `f` refuses this point: " + sentence,
                    "eval",
                    file,
                    "--at",
                    point,
                    "--mode",
                    mode);
        }
    }

    @Test
    void indexOutOfRangeIsRefusedAndNamed() {
        String reads = "function f(x[n], A[m, n], int k) -> y { y = x[k]^2 + A[k - 1, 2]; }";
        refused("`x[k]` is outside `x`: k = 3, extent = 3\n", reads, "x=[1,2,4],k=3,A=[[1,2,3]]");
        refused("`A[k - 1, 2]` is outside `A`: k - 1 = 1, extent = 1\n", reads, "x=[1,2,4],k=2,A=[[1,2,3]]");
        refused("`A[k - 1, 2]` is outside `A`: extent = 2\n", reads, "x=[1,2],k=1,A=[[1,2]]");
        refused(
                "`a[j]` is outside `a` in `g`: j = -1, extent = 2\n",
                "function g(a[n], int j) -> s { s = a[j]; } function f(x[n], int k) -> y { y = g(x, k - 2); }",
                "x=[1,2],k=1");
    }

    @Test
    void whatIsOutOfRangeForSureIsRefusedOnlyWhereItIsRead() {
        String guarded = "function f(x[n], a) -> y { y = if a > 0 then x[n] + x[-1] else 2 * a; }";
        refused("`x[n]` is outside `x`: n = 2, extent = 2\n", guarded, "x=[1,2],a=1");
        prints("""
                {"function":"f","mode":"reverse",
                 "value":{"y":-2.0},
                 "gradient":{"x":[0.0,0.0],"a":2.0}}
                """, "eval", adjc.file("f.ad", guarded), "--at", "x=[1,2],a=-1");
        String summed = "function f(x[n], w[K], int at[m]) -> y { y = sum[k, i](w[k] * x[at[i]]); }";
        refused("`x[at[i]]` is outside `x`: at[i] = 2, extent = 2\n", summed, "x=[1,2],w=[1],at=[2]");
        prints("""
                {"function":"f","mode":"reverse",
                 "value":{"y":0.0},
                 "gradient":{"x":[0.0,0.0],"w":[]}}
                """, "eval", adjc.file("f.ad", summed), "--at", "x=[1,2],w=[],at=[2]");
        String called = "function g(x[n], int k) -> s { s = x[k]; } function f(x[n]) -> y { y = g(x, n); }";
        refused("`x[k]` is outside `x` in `g`: k = 2, extent = 2\n", called, "x=[1,2]");
    }

    @Test
    void integersThatOverflowAreRefused() {
        String product = "function f(x[n], int j, int k) -> y { y = x[j * k]; }";
        refused("`x[j * k]` is outside `x`: j * k = 4294967296,", product, "x=[1,2],j=65536,k=65536");
        refused("`x[j * k]` is outside `x`: j * k = -4294967296,", product, "x=[1,2],j=-65536,k=65536");
        String range = "function f(x, int k) -> y { y = sum[i in 0..k](x * i); }";
        refused("`0..k` leaves the range of integers: from = 0, to = 2147483648\n", range, "x=1,k=2147483647");
        String rounds = "function f(x, int k) -> y { y = x; for t in 0..<k * k { y = y + 1; } }";
        refused("", rounds, "x=1,k=65536");
    }

    @Test
    void arraysThatAreTooLargeAreNamedWithTheirSizes() {
        String square = adjc.file("f.ad", """
                function f(x, int k) -> y { A[i in 0..<k, j in 0..<k] = exp(x * i * j); y = sum[i, j](A[i, j] * A[j, i]); }
                """);
        for (String mode : List.of("forward", "reverse")) {
            refuses(
                    1,
                    "error[E0414]: `f` needs 34359738368 bytes at this point for the array `A`, [k, k] = [65536, 65536]\n"
                            + "  --> " + square + ":1:10\n",
                    "eval",
                    square,
                    "--at",
                    "x=1,k=65536",
                    "--mode",
                    mode);
        }
    }

    @Test
    void memoryThatIsNotThereIsAskedForByNumber() {
        String power = adjc.file("f.ad", """
                function f(x[n], int T) -> y {
                  u = x;
                  for t in 0..<T { u[i] = u[i]^2; }
                  y = sum[i](u[i]);
                }
                """);
        for (String command : List.of("eval", "check", "trace")) {
            refuses(1, "JDK_JAVA_OPTIONS=-Xmx30g", command, power, "--at", "x=[1],T=2000000000");
        }
        String product = adjc.file("g.ad", "function g(x[n], int k) -> y[k] { y[i in 0..<k] = x[0]^2; }");
        refuses(1, "for the array `y`, [k] = [2000000000]", "eval", product, "--at", "x=[1],k=2000000000");
    }

    @Test
    void literalSizesThatAreTooLargeForTheSweepAreRefused() {
        String rounds = adjc.file("f.ad", """
                function f(x[100]) -> y {
                  u = x;
                  for t in 0..<100000000 { u[i] = u[i]^2; }
                  y = sum[i](u[i]);
                }
                """);
        refuses(
                1,
                "error[E0537]: `u` has more elements than an array can hold\n  --> " + rounds + ":1:10",
                "compile",
                rounds);
        assertEquals(
                0,
                adjc.run("compile", "--mode", "forward", rounds, "-d", adjc.file("out", "") + "s")
                        .code());
    }

    @Test
    void aRefusalShowsWhereItIsRequired() {
        String file = adjc.file("f.ad", """
                function f(x, sigma) -> y {
                  require sigma > 0 : "sigma must be positive";
                  y = x / sigma;
                }
                """);
        refuses(1, file + ":2:11", "eval", file, "--at", "x=1,sigma=-1");
    }

    @Test
    void divisionsOfIntegersAreExact() {
        prints("""
                {"function":"f","mode":"reverse",
                 "value":{"y":123.0}}
                """, "eval", adjc.file("f.ad", """
                function f(x[n], int k) -> y { y = 10 * x[mod(k * k, n)] + x[div(k * k, 1000000 * k)]; }
                """), "--at", "x=[1,2,103],k=2000000", "--want", "value");
    }

    @Test
    void negativeSizesAreRefused() {
        refused(
                "`d` would have a negative size: n - 2 = -1\n",
                "function f(x[n]) -> s { d[i in 0..<n - 2] = x[i + 2] - x[i]; s = sum[i](d[i]); }",
                "x=[1]");
        refused(
                "`d` would have a negative size: k + 1 = -1\n",
                "function f(x, int k) -> s { for t in 0..k { d[t] = x * t; } s = sum[i](d[i]); }",
                "x=1,k=-2");
        refused("`d` would have a negative size: -1", "function f(x[n]) -> d { d[i in 0..<n-2] = x[i+2]; }", "x=[1]");
    }

    /** 50,000 by 50,000 lists of nothing: their product alone is no int. */
    @Test
    void arraysOfNothingMayHaveLargeExtents() {
        prints("""
                {"function":"f","mode":"reverse",
                 "value":{"y":[]},
                 "jacobian":{"y":{"x":[],"A":[]}}}
                """, "eval", adjc.file("f.ad", """
                function f(x[n], A[n,m,l]) -> y[m,l,n] { y[j,k,i] = x[i] * A[i,j,k]; }
                """), "--at", adjc.file("f.json", """
                {"point":{"x":[],"A":[]},"sizes":{"m":50000,"l":50000}}
                """));
    }

    @Test
    void sizesThatIntegersGiveAreNotNegative() {
        refused(
                "`y` would have a negative size: -1",
                "function f(x, int k) -> y[k] { y[i in 0..<k] = x * i; }",
                "x=1,k=-1");
    }

    @Test
    void sizesMayBearTheNamesOfJavasNumbers() {
        prints("""
                {"function":"f","mode":"reverse",
                 "value":{"Double":15.0}}
                """, "eval", adjc.file("f.ad", """
                function f(x[Integer], y[Long]) -> Double { Double = sum[i](x[i]^2) * sum[i](y[i]); }
                """), "--at", "x=[1,2],y=[3]", "--want", "value");
    }

    @Test
    void indicesAndBoundsThatOverflowAreRefused() {
        refused("an integer overflows", "function f(x[n], int k) -> y { y = x[k*k*k*k*k*k]; }", "x=[1],k=2048");
        refused(
                "an integer overflows",
                "function f(x[n], int k) -> y { y = sum[i in 0..<k*k*k*k*k*k](x[i]); }",
                "x=[1],k=2048");
    }

    /** What is the same in all rounds is computed without them as well, and no derivative flows there. */
    @Test
    void whatNoRoundContributesIsNothingWhateverItsFactor() {
        String file =
                adjc.file("f.ad", "function f(a, y[m], int k) -> s { s = a + sum[i, j in 0..<k](log(a) * y[i]); }");
        String reverse = adjc.run("eval", file, "--at", "a=-2,y=[1,2],k=0").out();
        assertTrue(reverse.contains("\"gradient\":{\"a\":1.0,\"y\":[0.0,0.0]}"), reverse);
    }

    @Test
    void arrayAsOutputHasNoGradient() {
        refuses(
                2,
                "jacobian",
                "eval",
                adjc.file("f.ad", "function f(x[n]) -> y[n] { y[i] = x[i]^2; }"),
                "--at",
                "x=[1,2]",
                "--want",
                "gradient");
    }
}
