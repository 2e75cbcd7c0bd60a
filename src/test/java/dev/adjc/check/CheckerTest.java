package dev.adjc.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Trigonometry;
import dev.adjc.source.Source;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Parser;
import dev.adjc.syntax.Statement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckerTest {

    // ---- what is called

    @Test
    void aFileGoesBeforeItsImportsAndTheseBeforeTheLibraryAndThatBeforeTheTable() {
        String main = """
                import mine;
                import std.nn;
                function own(x) -> y { y = x; }
                function f(x) -> y { y = own(x); }
                function g(x) -> y { y = given(x); }
                function h(x) -> y { y = softsign(x); }
                function k(x) -> y { y = sin(x); }
                """;
        Checked checked =
                check(main, Map.of("mine", "function given(x) -> y { y = x; } function own(x) -> y { y = 2; }"));
        assertEquals(List.of("W0004 3"), labels(checked));
        assertEquals("main.ad", source(callee(checked, 1)));
        assertEquals("mine.ad", source(callee(checked, 2)));
        assertEquals("std/nn.ad", source(callee(checked, 3)));
        assertEquals(new Callee.Builtin(Trigonometry.SIN), callee(checked, 4));
    }

    @Test
    void extremesHaveTheArityOfTheCall() {
        Checked checked = check("function f(x) -> y { y = max(x, 1, 2); }", Map.of());
        assertEquals(
                3,
                assertInstanceOf(Callee.Builtin.class, callee(checked, 0))
                        .operator()
                        .arity());
    }

    @Test
    void divAndModOfIntegersAreThoseOfTheLanguageWhateverTheFileDeclares() {
        Checked checked = check("""
                function div(a, b) -> y { y = a - b; }
                function power(x, int n) -> y { y = x^n; }
                function f(x, int n) -> y { y = power(x, div(n, 2)); }
                function g(x, int n) -> y { y = power(x, mod(n, 2)); }
                function h(x) -> y { y = div(x, 2); }
                """, Map.of());
        assertEquals(List.of(), labels(checked));
        assertEquals(new Callee.IntegerQuotient(), checked.callee(argument(checked, 2)));
        assertEquals(new Callee.IntegerRemainder(), checked.callee(argument(checked, 3)));
        assertInstanceOf(Callee.Expanded.class, callee(checked, 4));
    }

    @Test
    void mistakesInIntegersAreToldOnceEach() {
        Map<String, String> codes = Map.of(
                "div(n)", "E0303",
                "mod(n, 2, 3)", "E0303",
                "div(n, x)", "E0306",
                "2 * (n - 1) / 2", "E0307",
                "floor(div(n, 2))", "E0306",
                "mod(n, div(x, 2))", "E0306",
                "n^2", "E0306",
                "2.0", "E0306");
        codes.forEach((argument, code) -> {
            String program = "function power(x, int n) -> y { y = x^n; }\nfunction f(x, int n) -> y { y = power(x, "
                    + argument + "); }";
            assertEquals(List.of(code + " 2"), labels(check(program, Map.of())), argument);
        });
    }

    @Test
    void callsWithinImportedFunctionsAreKnown() {
        Checked checked = check(
                "import a; function f(x) -> y { y = g(x); }",
                Map.of("a", "import b; function g(x) -> y { y = h(x); }", "b", "function h(x) -> y { y = exp(x); }"));
        assertEquals(List.of(), labels(checked));
        Callee.Expanded g = (Callee.Expanded) callee(checked, 0);
        Callee.Expanded h = (Callee.Expanded) checked.callee(call(g.function()));
        assertEquals(new Callee.Builtin(Exponentials.EXP), checked.callee(call(h.function())));
        assertTrue(checked.isCalled(g.function()));
    }

    @Test
    void externFunctionsMayNameEachOtherInTheirRules() {
        Checked checked = check("""
                extern function s(x) = "a.B.s" { d x = c(x); }
                extern function c(x) = "a.B.c" { d x = -s(x); }
                function f(x) -> y { y = s(x); }
                """, Map.of());
        assertEquals(List.of(), labels(checked));
        assertSame(checked.declarations().get(0), ((Callee.Provided) callee(checked, 2)).extern());
    }

    // ---- no mistake is the consequence of another one

    @Test
    void aNameThatIsUnknownIsReportedOnce() {
        mistakes("function f(x) -> y { a = zz + x; y = zz * a * qq(zz) + qq(x); }", "E0201", "E0203");
    }

    @Test
    void whatMayStandInAnUnclosedCommentIsPardoned() {
        mistakes("function f(x) -> y { /* y = x; }", "E0103");
        mistakes("function f(x) -> y { y = g(x); } /* function g(x) -> y { y = x; }", "E0103");
    }

    @Test
    void namesOfAStatementThatCannotBeReadArePardoned() {
        mistakes("function f(x) -> y { a = x b; y = a + b; z = 3; }", "E0137");
    }

    @Test
    void functionsThatCannotBeReadArePardoned() {
        mistakes("function g(x { y = x; } function f(x) -> y { y = g(x); }", "E0121");
        mistakes("funktion g(x) -> y { y = x; } function f(x) -> y { y = g(x); }", "E0133");
    }

    @Test
    void whatFollowsWhereABodyIsCutOffMayDefineItsOutputs() {
        mistakes("function f(x) -> y { z = x; function g(x) -> y { y = x; }", "E0121");
        mistakes("function f(x) -> y { z = x;", "E0121");
    }

    @Test
    void functionsOfAnImportThatIsMissingArePardoned() {
        mistakes("import other; function f(x) -> y { y = g(x); }", "E0212");
    }

    @Test
    void anExpressionWithAMistakeIsNeitherNumberNorCondition() {
        mistakes("function f(x) -> y { y = if zz then x else x + (x < 1); }", "E0201", "E0301");
    }

    @Test
    void warningsWaitUntilThereAreNoErrors() {
        mistakes("function f(x, z) -> y { unused = x; y = zzz; }", "E0201");
        mistakes("function f(x, z) -> y { unused = x; y = x; }", "W0002", "W0001");
    }

    // ---- names

    @Test
    void aParameterMayBeDefinedAgain() {
        mistakes("function f(x) -> x { x = x * 2; x = x + 1; }");
    }

    @Test
    void anOutputThatIsOnlyAParameterIsUndefined() {
        mistakes("function f(x) -> x { require x > 0 : \"t\"; }", "E0210");
    }

    @Test
    void aVariableAndAFunctionMayShareAName() {
        mistakes("function f(beta) -> sin { sin = sin(beta); }");
    }

    @Test
    void keywordsOfJavaAreNames() {
        mistakes("function f(double, class) -> _ { _ = double * class; }");
    }

    @Test
    void importCyclesAreSpelledOut() {
        Checked checked = check(
                "import a; function f(x) -> y { y = x; }",
                Map.of("a", "import b; function g(x) -> y { y = x; }", "b", "import a; function h(x) -> y { y = x; }"));
        assertEquals(
                List.of("these files import each other: `a` imports `b` imports `a`"),
                checked.diagnostics().stream().map(each -> each.message()).collect(Collectors.toList()));
    }

    @Test
    void cyclesOfCallsAreFoundAmongManyFunctions() {
        int functions = 20_000;
        String chain = IntStream.range(0, functions)
                .mapToObj(i -> "function f" + i + "(x) -> y { y = f" + (i + 1) % functions + "(x); }\n")
                .collect(Collectors.joining());
        mistakes(chain, "E0211");
    }

    // ---- kinds

    @Test
    void integersAreMadeOfIntegers() {
        String power = "function p(x, int k) -> y { y = x^k; } ";
        mistakes(power + "function f(x, int n) -> y { y = p(x, -2*n + div(n + 1, 2) - mod(n, 3)); }");
        mistakes(power + "function f(x, int n) -> y { y = p(x, n / 2); }", "E0307");
        mistakes(power + "function f(x, int n) -> y { y = p(x, n * 2.0); }", "E0306");
        mistakes(power + "function f(x) -> y { k = 3; y = p(x, k); }", "E0306");
    }

    @Test
    void conditionsAreNoValues() {
        mistakes("function f(x) -> y { y = (x < 1) + max(x > 2, 1); require x : \"t\"; }", "E0301", "E0301", "E0302");
        mistakes("function f(x) -> y { y = if (if x < 1 then 1 else 2) then x else 2; }", "E0302");
    }

    // ---- derivatives that end

    @Test
    void aDerivativeThatIsCutIsAWarningOnlyIfThereIsOne() {
        String held = "function g(a, const s) -> y { y = a * s; } ";
        mistakes(held + "function f(x) -> y { t = 2*x; y = g(x, t); }", "W0005");
        mistakes(held + "function f(x, const c) -> y { t = 2*c; y = g(x, t); }");
        mistakes(held + "function f(x) -> y { y = g(x, if x > 0 then 1 else 2); }");
    }

    @Test
    void constantOutputsHaveNoDerivative() {
        mistakes("function f(x) -> y { y = if x > 0 then 1 else 0; }", "W0007");
        mistakes("function f(x) -> y { y = stop_gradient(x); }");
        mistakes("function f(const x) -> y { y = if x > 0 then 1 else 0; }");
    }

    @Test
    void outputsOfACallThatAreNotNeededHaveNamesAllTheSame() {
        String both = "function g(x) -> a, b { a = x; b = -x; } ";
        mistakes(both + "function f(x) -> y { (y, rest) = g(x); }");
        mistakes(both + "function f(x) -> y { (u, v) = g(x); y = x; }", "W0001", "W0001");
    }

    @Test
    void warningsWaitUntilTheFileCanBeRead() {
        mistakes("function f(x) -> y { y = 2x; } function g(x) -> y { y = 1; }", "E0106");
        mistakes("function f(x) -> y { y = 2*x; } function g(x) -> y { y = 1; }", "W0002");
    }

    @Test
    void whatAReturnGivesIsNoOutputThatIsMissing() {
        mistakes("function f(x) -> y { return x; }", "E0114");
    }

    @Test
    void functionsOfAnImportThatCannotBeReadAreNotMissing() {
        mistakes("import a.*; function f(x) -> y { y = g(x); }", "E0137");
        mistakes("import a as b; function f(x) -> y { y = g(x); }", "E0137");
    }

    private static void mistakes(String text, String... codes) {
        List<String> actual = check(text, Map.of()).diagnostics().stream()
                .map(each -> each.code().label())
                .collect(Collectors.toList());
        assertEquals(List.of(codes), actual);
    }

    private static Checked check(String text, Map<String, String> imports) {
        Sources sources = path -> Optional.ofNullable(imports.get(path))
                .map(found -> Decoded.of(path + ".ad", found.getBytes(StandardCharsets.UTF_8)));
        return Checker.check(Parser.parse(new Source("main.ad", text)), sources);
    }

    private static List<String> labels(Checked checked) {
        return checked.diagnostics().stream()
                .map(each ->
                        each.code().label() + " " + each.span().orElseThrow().line())
                .collect(Collectors.toList());
    }

    /** The callee of the only statement of a function. */
    private static Callee callee(Checked checked, int declaration) {
        return checked.callee(call((Declaration.Function) checked.declarations().get(declaration)));
    }

    private static Expression.Call call(Declaration.Function function) {
        return (Expression.Call) ((Statement.Definition) function.statements().get(0)).value();
    }

    /** The call that is the last argument of the call in the only statement of a function. */
    private static Expression.Call argument(Checked checked, int declaration) {
        Expression.Call call =
                call((Declaration.Function) checked.declarations().get(declaration));
        return (Expression.Call) call.arguments().get(call.arguments().size() - 1);
    }

    private static String source(Callee callee) {
        return ((Callee.Expanded) callee).function().span().source().name();
    }
}
