package dev.adjc.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.Options;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Style;
import dev.adjc.diagnostic.TextReport;
import dev.adjc.ir.Program;
import dev.adjc.source.Source;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointReaderTest {
    private static final Program FUNCTION = function("function f(x, const a, int k) -> y, z { y = x * a; z = x * k; }");

    private static Program function(String text) {
        Decoded file = Decoded.of("f.ad", text.getBytes(StandardCharsets.UTF_8));
        return Compiler.compile(file, Sources.none(), Options.DEFAULT)
                .functions()
                .get(0)
                .primal();
    }

    private static Point point(String json) {
        PointReader.Result result = PointReader.json(new Source("point.json", json), FUNCTION);
        return result.point().orElseThrow(() -> new AssertionError(result.diagnostics()));
    }

    private static void wrong(String json, String... expected) {
        List<Diagnostic> diagnostics =
                PointReader.json(new Source("point.json", json), FUNCTION).diagnostics();
        assertEquals(
                List.of(expected),
                diagnostics.stream().map(Diagnostic::toString).collect(Collectors.toList()));
    }

    private static void wrongInline(String text, String... expected) {
        List<Diagnostic> diagnostics =
                PointReader.inline(new Source("--at", text), FUNCTION).diagnostics();
        assertEquals(
                List.of(expected),
                diagnostics.stream().map(Diagnostic::toString).collect(Collectors.toList()));
    }

    @Test
    void inputsComeInOrderOfDeclaration() {
        assertArrayEquals(
                new double[] {1, -2.5e-3, 3},
                point("{\"k\": 3, \"a\": -2.5e-3, \"x\": 1}").inputs());
    }

    @Test
    void inlineFormIsTheSamePoint() {
        PointReader.Result result = PointReader.inline(new Source("--at", " x = 1 , a=-Infinity,k=3"), FUNCTION);
        assertArrayEquals(
                new double[] {1, Double.NEGATIVE_INFINITY, 3},
                result.point().orElseThrow().inputs());
    }

    @Test
    void directionsStandAmongTheEntriesOrAroundThem() {
        String tangent = "\"tangent\": {\"x\": 4}";
        String adjoint = "\"adjoint\": {\"z\": 6, \"y\": 5}";
        for (String json : List.of(
                "{\"x\": 1, \"a\": 2, \"k\": 3, " + tangent + ", " + adjoint + "}",
                "{" + adjoint + ", " + tangent + ", \"point\": {\"x\": 1, \"a\": 2, \"k\": 3}, \"sizes\": {}}")) {
            Point point = point(json);
            assertArrayEquals(new double[] {1, 2, 3}, point.inputs());
            assertArrayEquals(new double[] {4}, point.tangent().orElseThrow());
            assertArrayEquals(new double[] {5, 6}, point.adjoint().orElseThrow());
        }
    }

    @Test
    void parametersOfAnyNameAreServedByTheSecondForm() {
        Program odd = function("function f(tangent, point) -> y { y = tangent * point; }");
        String json = "{\"point\": {\"tangent\": 2, \"point\": 3}, \"tangent\": {\"tangent\": 1, \"point\": 0}}";
        Point point =
                PointReader.json(new Source("point.json", json), odd).point().orElseThrow();
        assertArrayEquals(new double[] {2, 3}, point.inputs());
        assertArrayEquals(new double[] {1, 0}, point.tangent().orElseThrow());
        Point inline = PointReader.inline(new Source("--at", "tangent=2,point=3"), odd)
                .point()
                .orElseThrow();
        assertArrayEquals(new double[] {2, 3}, inline.inputs());
    }

    @Test
    void missingEntriesAreNamed() {
        wrong(
                "{\"x\": 1}",
                "E0404 point.json:1:1 the point has no entry `a`",
                "E0404 point.json:1:1 the point has no entry `k`");
        wrong(
                "{\"x\": 1, \"a\": 1, \"k\": 1, \"adjoint\": {\"y\": 1}}",
                "E0404 point.json:1:37 the adjoint has no entry `z`");
    }

    @Test
    void superfluousEntriesAreNamed() {
        wrong(
                "{\"x\": 1, \"a\": 1, \"k\": 1, \"b\": 1}",
                "E0405 point.json:1:26 `f` has no place for the entry `b` of the point");
        wrong(
                "{\"x\": 1, \"a\": 1, \"k\": 1, \"tangent\": {\"x\": 1, \"a\": 1}}",
                "E0405 point.json:1:46 `f` has no place for the entry `a` of the tangent");
        wrong(
                "{\"point\": {\"x\": 1, \"a\": 1, \"k\": 1}, \"sizes\": {\"n\": 3}}",
                "E0405 point.json:1:47 `f` has no place for the entry `n` of the sizes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "null", "\"1\"", "\"nan\"", "\"inf\"", "\"\""})
    void whatIsNoNumberIsRefused(String value) {
        wrong(
                "{\"x\": " + value + ", \"a\": 1, \"k\": 1}",
                "E0406 point.json:1:7 the entry `x` must be a number, not `" + value + "`");
    }

    @Test
    void directionThatIsANumberIsRefusedForItsShape() {
        wrong(
                "{\"x\": 1, \"a\": 1, \"k\": 1, \"adjoint\": 2}",
                "E0406 point.json:1:37 the entry `adjoint` must be an object, not `2`");
    }

    @Test
    void arrayForAScalarIsRefused() {
        wrong("{\"x\": [1], \"a\": 1, \"k\": 1}", "E0406 point.json:1:7 the entry `x` must be a number, not an array");
        wrongInline("x=[1],a=1,k=1", "E0406 --at:1:3 the entry `x` must be a number, not an array");
    }

    @Test
    void wholeNumbersAreIntegersHoweverTheyAreWritten() {
        assertArrayEquals(
                new double[] {1, 1, 2},
                point("{\"x\": 1, \"a\": 1, \"k\": 2.0}").inputs());
        assertArrayEquals(
                new double[] {1, 1, 200},
                point("{\"x\": 1, \"a\": 1, \"k\": 2e2}").inputs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "2147483648", "\"NaN\"", "\"Infinity\""})
    void otherNumbersAreNone(String value) {
        wrong(
                "{\"x\": 1, \"a\": 1, \"k\": " + value + "}",
                "E0406 point.json:1:23 the entry `k` must be an integer from -2147483648 to 2147483647, not `" + value
                        + "`");
    }

    @Test
    void overflowAndDuplicatesAreRefused() {
        wrong("{\"x\": -1e999, \"a\": 1, \"k\": 1}", "E0403 point.json:1:7 `-1e999` is larger than any double");
        wrong("{\"x\": 1, \"a\": 1, \"k\": 1, \"x\": 1}", "E0402 point.json:1:26 the point gives `x` twice");
        wrong("{\"x\": 1, \"a\": 1, \"k\": 1, \"\\u0078\": 1}", "E0402 point.json:1:26 the point gives `x` twice");
        wrongInline("x=1,a=1,k=1,x=2", "E0402 --at:1:13 the point gives `x` twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"x",
                "{\"x\": 1,}",
                "{x: 1}",
                "{'x': 1}",
                "{\"x\" 1}",
                "{\"x\": 01}",
                "{\"x\": .5}",
                "{\"x\": NaN}",
                "{\"x\": 1} 2",
                "{\"x\": 1 /* one */}",
                "{\"x\": +1}",
                "[[[",
                "{\"x\": True}"
            })
    void whatIsNoJsonIsRefusedWithoutASecondMessage(String json) {
        List<Diagnostic> diagnostics =
                PointReader.json(new Source("point.json", json), FUNCTION).diagnostics();
        assertEquals(
                List.of("E0401"),
                diagnostics.stream().map(each -> each.code().label()).collect(Collectors.toList()),
                () -> new TextReport(Style.PLAIN).of(diagnostics));
    }

    @Test
    void pointIsAnObject() {
        wrong("[1, 2]", "E0401 point.json:1:1 the point cannot be read: expected an object, found an array");
        wrong("3", "E0401 point.json:1:1 the point cannot be read: expected an object, found a number");
    }

    @Test
    void inlineFormSaysWhatAValueMayBe() {
        wrongInline(
                "x=nan,a=1,k=1",
                "E0401 --at:1:3 the point cannot be read: expected a number, `NaN`, `Infinity` or `-Infinity`, found `nan`");
        wrongInline(
                "x=[1,inf],a=1,k=1",
                "E0401 --at:1:6 the point cannot be read: expected a number, `\"NaN\"`, `\"Infinity\"` or `\"-Infinity\"`,"
                        + " found `i`");
    }

    @Test
    void directionsAreObjects() {
        wrong(
                "{\"x\": 1, \"a\": 1, \"k\": 1, \"tangent\": [1, 2]}",
                "E0406 point.json:1:37 the entry `tangent` must be an object, not an array");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "x=", "=1", "x=1,", "x=1,,a=1", "x=abc", "x=1 2", "x=[1", "x=1]", "x=.5", "x=0x1", "x=1d"})
    void whatIsNoAssignmentIsRefused(String text) {
        List<Diagnostic> diagnostics =
                PointReader.inline(new Source("--at", text), FUNCTION).diagnostics();
        assertEquals(
                List.of("E0401"),
                diagnostics.stream().map(each -> each.code().label()).collect(Collectors.toList()),
                () -> new TextReport(Style.PLAIN).of(diagnostics));
    }

    @Test
    void deepBracketsAreRefusedLikeAnyOtherText() {
        String deep = "[".repeat(100_000);
        List<Diagnostic> diagnostics = PointReader.json(new Source("point.json", "{\"x\": " + deep), FUNCTION)
                .diagnostics();
        assertEquals("E0401", diagnostics.get(0).code().label());
    }

    // ---- arrays

    private static final Program ARRAYS = function("""
            function f(A[n, 2*m], x[m + 1], int idx[n], const c[2]) -> y[n], z {
              y[i] = sum[j](A[i, j]) * x[m] * c[0];
              z = sum[i](A[idx[i], 0]);
            }
            """);

    private static String arrays(String text) {
        PointReader.Result result = PointReader.inline(new Source("--at", text), ARRAYS);
        return result.point()
                .map(point -> Arrays.toString(point.inputs()) + new TreeMap<>(sizes(point)))
                .orElseGet(() ->
                        result.diagnostics().stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    }

    private static Map<String, Long> sizes(Point point) {
        return point.arguments().sizes().entrySet().stream()
                .collect(Collectors.toMap(size -> size.getKey().name(), Map.Entry::getValue));
    }

    @Test
    void nestedListsAreReadRowByRowAndGiveTheSizes() {
        assertEquals(
                "[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 0.0, 1.0, 7.0, 8.0]{m=1, n=2}",
                arrays("A=[[1,2],[3,4]],x=[5,6],idx=[0.0,1],c=[7,8]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A=[[1,2],[3]],x=[5,6],idx=[0,1],c=[7,8]     | E0411 lists in dimension 2 of `A` have different lengths, 2 and 1",
                "A=[[1,2],[3,4]],x=[5,6],idx=[0],c=[7,8]     | E0412 `idx` has size 1 in dimension 1, where `n` is 2 by `A`",
                "A=[[1,2],[3,4]],x=[5],idx=[0,1],c=[7,8]     | E0412 `A` has size 2 in dimension 2, where `2*m` is 0 and `m` is 0 by `x`",
                "A=[[1,2],[3,4]],x=[5,6],idx=[0,1],c=[7]     | E0412 `c` has size 1 in dimension 1, where 2 is declared",
                "A=[[1,2],[3,4]],x=[],idx=[0,1],c=[7,8]      | E0413 `x` has size 0 in dimension 1, and no `m` makes `m + 1` of that",
                "A=[1,2],x=[5,6],idx=[0,1],c=[7,8] | E0406 the entry `A` must be a list of lists of numbers, not one with `1` in place of a list",
                "A=[[[1]]],x=[5,6],idx=[0,1],c=[7,8] | E0406 the entry `A` must be a list of lists of numbers, not one with an array in place of a number",
                "A=[[1,2],[3,4]],x=5,idx=[0,1],c=[7,8] | E0406 the entry `x` must be a list of numbers, not `5`",
                "A=[[1,2],[3,4]],x=[5,6],idx=[0,0.5],c=[7,8] | E0406 the entry `idx` must be an integer from -2147483648 to 2147483647, not `0.5`"
            })
    void arraysOfTheWrongShapeAreNamedWithTheirSizes(String text, String expected) {
        assertTrue(arrays(text).endsWith(expected.substring(6)), arrays(text));
        assertTrue(arrays(text).contains(expected.substring(0, 5)), arrays(text));
    }

    @Test
    void sizeOfWhichOnlyMultiplesAreShownComesOutWhole() {
        Program halves = function("function f(x[2*m]) -> y { y = sum[i in 0..<m](x[2*i]); }");
        PointReader.Result right = PointReader.inline(new Source("--at", "x=[1,2,3,4]"), halves);
        assertEquals(Map.of("m", 2L), sizes(right.point().orElseThrow()));
        PointReader.Result wrong = PointReader.inline(new Source("--at", "x=[1,2,3]"), halves);
        assertEquals("E0413", wrong.diagnostics().get(0).code().label());
    }

    @Test
    void sizesThatOnlyEmptyArraysShowAreZeroOrStated() {
        Program function = function("function f(A[n, k], B[k, n]) -> y { y = sum[i, j](A[i, j] * B[j, i]); }");
        String empty = "{\"point\": {\"A\": [], \"B\": []}}";
        PointReader.Result zero = PointReader.json(new Source("point.json", empty), function);
        assertEquals(Map.of("n", 0L, "k", 0L), sizes(zero.point().orElseThrow()));
        String stated = "{\"point\": {\"A\": [], \"B\": [[], []]}, \"sizes\": {\"k\": 2}}";
        PointReader.Result two = PointReader.json(new Source("point.json", stated), function);
        assertEquals(Map.of("n", 0L, "k", 2L), sizes(two.point().orElseThrow()));
        String contrary = "{\"point\": {\"A\": [], \"B\": [[], []]}, \"sizes\": {\"k\": 3, \"n\": -1, \"K\": 1}}";
        PointReader.Result none = PointReader.json(new Source("point.json", contrary), function);
        assertEquals(
                List.of("E0406", "E0405"),
                none.diagnostics().stream()
                        .map(diagnostic -> diagnostic.code().label())
                        .collect(Collectors.toList()));
    }

    @Test
    void directionsHaveTheShapeOfWhatTheyAreDirectionsOf() {
        Program function = function("function f(A[n, 2]) -> y[n] { y[i] = A[i, 0] * A[i, 1]; }");
        String point = "{\"A\": [[1, 2], [3, 4]], \"tangent\": {\"A\": [[5, 6], [7, 8]]}, \"adjoint\": {\"y\": %s}}";
        Point right = PointReader.json(new Source("point.json", point.formatted("[9, 10]")), function)
                .point()
                .orElseThrow();
        assertArrayEquals(new double[] {5, 6, 7, 8}, right.tangent().orElseThrow());
        assertArrayEquals(new double[] {9, 10}, right.adjoint().orElseThrow());
        List<Diagnostic> wrong = PointReader.json(new Source("point.json", point.formatted("[9]")), function)
                .diagnostics();
        assertEquals(
                "`adjoint.y` has size 1 in dimension 1, where `y` itself has 2",
                wrong.get(0).message());
    }
}
