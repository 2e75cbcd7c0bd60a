package dev.adjc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParserTest {

    // ---- precedence

    @Test
    void powerBindsTighterThanMinus() {
        shape("-x^2", "-(x^2)");
        shape("2^-x", "(2^-x)");
        shape("2^-x^y", "(2^-(x^y))");
    }

    @Test
    void powersGroupToTheRight() {
        shape("a^b^c", "(a^(b^c))");
    }

    @Test
    void sumsAndProductsAreFlatAndKeepTheirSigns() {
        shape("a - b + c*d/e", "(a - b + (c * d / e))");
        shape("a - (b + c)", "(a - (b + c))");
    }

    @Test
    void signsBindTighterThanProducts() {
        shape("-a * +b", "(-a * +b)");
    }

    @Test
    void notBindsTighterThanAndTighterThanOr() {
        shape(
                "if not a < b and c < d or e < f then 1 else 2",
                "if ((not (a < b) and (c < d)) or (e < f)) then 1 else 2");
    }

    @Test
    void elseTakesAllThatFollows() {
        shape("if a < b then c else d + e", "if (a < b) then c else (d + e)");
    }

    @Test
    void elseIfIsOneLadder() {
        shape("if a < b then 1 else if c < d then 2 else 3", "if (a < b) then 1 else if (c < d) then 2 else 3");
        shape("if a < b then if c < d then 1 else 2 else 3", "if (a < b) then if (c < d) then 1 else 2 else 3");
    }

    @Test
    void aReductionIsAnOperand() {
        shape("sum[j](x[j])^2", "(sum[j](x[j])^2)");
        shape("max[i, j in 0..<i](x[i, 2*j + 1])", "max[i, j in 0..<i](x[i, ((2 * j) + 1)])");
        shape("max(a, b)", "max(a, b)");
    }

    @Test
    void slicesAreArguments() {
        shape("f(a[i, :], b)", "f(a[i, :], b)");
    }

    private static void shape(String expression, String expected) {
        Declaration.Function function = function("function f(x) -> y { y = " + expression + "; }");
        Statement.Definition definition =
                (Statement.Definition) function.statements().get(0);
        assertEquals(expected, definition.value().accept(new Bracketed()));
    }

    // ---- declarations and statements

    @Test
    void allOfTheLanguageIsRead() {
        SourceUnit unit = parse("""
                package a.b;
                import std.nn;
                import c.norm;
                /** Says what
                 * it does. */
                function f(x, /** held */ const W[N, 2*n-1], int idx[N]) -> y, z[N] {
                  (u, v[i]) = g(x, W[0, :]);
                  for t in 0..<T { h[t] = sum[k in 0..t](u[k]); }
                  d[i in 0..<N-1] = x[i+1] - x[i];
                  p[i, :] = softmax(z[i, :]);
                  M = [[1, 0], [0, c]];
                  require x > 0 and not (x == inf) : "x \\"must\\" be\\n";
                  y = pi;
                }
                extern function j0(x) = "com.acme.Bessel.j0" { d x = -j1(x); }
                extern function j1(x) = "com.acme.Bessel.j1";
                """);
        assertEquals("a.b", unit.packageName().orElseThrow().text());
        assertEquals(
                List.of("std.nn", "c.norm"),
                unit.imports().stream().map(each -> each.path().text()).collect(Collectors.toList()));
        Declaration.Function f = (Declaration.Function) unit.declarations().get(0);
        assertEquals(Optional.of("Says what\nit does."), f.doc());
        assertEquals(Optional.of("held"), f.parameters().get(1).doc());
        assertEquals(Declaration.Parameter.Kind.INT, f.parameters().get(2).kind());
        assertEquals(2, f.parameters().get(1).sizes().size());
        assertEquals(
                List.of("CallDefinition", "Loop", "Definition", "Definition", "Definition", "Require", "Definition"),
                f.statements().stream()
                        .map(each -> each.getClass().getSimpleName())
                        .collect(Collectors.toList()));
        assertEquals(
                "x \"must\" be\n",
                ((Statement.Require) f.statements().get(5)).text().value());
        Declaration.Extern j0 = (Declaration.Extern) unit.declarations().get(1);
        assertEquals("com.acme.Bessel.j0", j0.javaName().value());
        assertEquals("x", j0.rules().get(0).parameter().text());
    }

    @Test
    void spansAreThoseOfTheText() {
        Declaration.Function f = function("function f(x) -> y {\n  y = 1 - (x*2) + z;\n}");
        Statement.Definition definition = (Statement.Definition) f.statements().get(0);
        Expression.Sum sum = (Expression.Sum) definition.value();
        assertEquals("y = 1 - (x*2) + z;", definition.span().text());
        assertEquals("1 - (x*2) + z", sum.span().text());
        assertEquals("-", sum.rest().get(0).operatorSpan().text());
        assertEquals("x*2", sum.rest().get(0).operand().span().text());
        assertEquals(2, definition.span().line());
    }

    @Test
    void spansCountUtf16Units() {
        Declaration.Function f = function("/* 😀 */ function f(x) -> y { /* 𝔸 */ 𝔸𝔹 = x; y = 𝔸𝔹; }");
        assertEquals("𝔸𝔹 = x;", f.statements().get(0).span().text());
        assertEquals("y = 𝔸𝔹;", f.statements().get(1).span().text());
    }

    @Test
    void namesAreNormalised() {
        String decomposed = "e\u0301";
        Declaration.Function f = function("function f(x) -> y { " + decomposed + " = x; y = \u00e9; }");
        assertEquals(
                "\u00e9",
                ((Statement.Definition) f.statements().get(0)).target().name().text());
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreBlank() {
        Decoded file =
                Decoded.of("f.ad", "\ufefffunction f(x) -> y {\r\n  y = x;\r\n}\r\n".getBytes(StandardCharsets.UTF_8));
        Parsed parsed = Parser.parse(file);
        assertEquals(List.of(), parsed.diagnostics());
        assertEquals(1, parsed.unit().declarations().get(0).span().column());
    }

    @Test
    void bytesThatAreNoTextAreShownWhereTheyStand() {
        byte[] latin = "// ok\n// gr\u00f6\u00dfer".getBytes(StandardCharsets.ISO_8859_1);
        Diagnostic mistake =
                Parser.parse(Decoded.of("f.ad", latin)).diagnostics().get(0);
        assertEquals("E0110 f.ad:2:6 the byte 0xf6 is not UTF-8 text", mistake.toString());
    }

    // ---- recovery

    @Test
    void eachStatementHasItsOwnMistake() {
        mistakes("""
                function f(x) -> y {
                  a = x +;
                  b = (x * 3;
                  c = 4 5;
                  d = x
                  e = if x > 0 then 1;
                  y = x;
                }
                function g(x) { y = x; }
                function h(x) -> y { y = [1, ; }
                """, "E0137 2:10", "E0121 3:13", "E0137 4:9", "E0120 5:8", "E0126 6:7", "E0140 9:15", "E0128 10:28");
    }

    @Test
    void whatIsForeignButPlainCostsNothing() {
        mistakes(
                "function f(x) -> y { let a = x ** 2; y = if a >= 1 && !(x < 0) then .5 else 2x; z = x +; }",
                "E0113 1:22",
                "E0102 1:32",
                "E0102 1:52",
                "E0102 1:55",
                "E0106 1:69",
                "E0106 1:77",
                "E0137 1:88");
    }

    @Test
    void ofANameWithPointsTheLastPartIsMeant() {
        mistakes(
                "function f(x) -> y { y = Math.exp(x) + np.max(x, 1) * Math.PI; }",
                "E0146 1:26",
                "E0146 1:40",
                "E0146 1:55");
        mistakes("import a.b.c; function f(x) -> y { y = x; }");
    }

    @Test
    void indicesAndRangesOfOtherLanguagesAreUnderstood() {
        mistakes("function f(A[n,m]) -> y { y = A[0][1]; }", "E0149 1:35");
        mistakes("function f(A[n][m]) -> y { y = 1; }", "E0149 1:16");
        mistakes("function f(A[n,m]) -> y { y[i][j] = 1; }", "E0149 1:31");
        mistakes("function f(x[]) -> y { y = x[0]; }", "E0150 1:13");
        mistakes(
                "function f(x[n]) -> y { y = g(x[1:]); z = g(x[:2]); u = x[0:n]; }",
                "E0148 1:34",
                "E0148 1:47",
                "E0148 1:60");
        mistakes(
                "function f(x[n]) -> y { y = sum[i in n](x[i]); for t in 0:n { z = x[t]; } }",
                "E0147 1:38",
                "E0147 1:58");
        mistakes(
                "function f(x[n]) -> y { for t in n { z = x[t]; } y = sum[i in 0:n](x[i]); }",
                "E0147 1:34",
                "E0147 1:64");
        mistakes("function f(x[n]) -> y { y = sum[i] x[i]; z = sum[i = 0..<n](x[i]); }", "E0151 1:36", "E0137 1:52");
        mistakes("function f(const int k, x[k]) -> y { y = x[0]; }", "E0113 1:12");
        mistakes("function f(int const k, x[k]) -> y { y = x[0]; }", "E0113 1:12");
    }

    @Test
    void stepsByOneAreAMistakeOfTheirOwn() {
        mistakes("function f(x) -> y { y = x; y++; y--; }", "E0115 1:30", "E0115 1:35");
        mistakes("function f(x) -> y { y = x--1; }");
    }

    @Test
    void severalWordsBeforeADefinitionAreOneMistake() {
        mistakes("function f(x) -> y { final double u = x; y = u; }", "E0113 1:22");
        mistakes("function f(x) -> double { double = x; }");
    }

    @Test
    void aBrokenStatementKeepsItsNames() {
        Declaration.Function f =
                (Declaration.Function) Parser.parse(new Source("f.ad", "function f(x) -> y { a = b c; y = x; }"))
                        .unit()
                        .declarations()
                        .get(0);
        Statement.Broken broken = (Statement.Broken) f.statements().get(0);
        assertEquals(
                List.of("a", "b", "c"),
                broken.names().stream().map(Identifier::text).collect(Collectors.toList()));
        assertEquals(2, f.statements().size());
    }

    @Test
    void aBrokenHeadKeepsItsName() {
        SourceUnit unit = Parser.parse(new Source("f.ad", "function f(x { y = x; } function g(x) -> y { y = x; }"))
                .unit();
        assertEquals("f", unit.unreadable().get(0).text());
        assertEquals("g", unit.declarations().get(0).name().text());
    }

    @Test
    void returnIsANameWhereItIsDefined() {
        assertEquals(
                1,
                parse("function f(x) -> return { return /* so */ = x; }")
                        .declarations()
                        .size());
        mistakes("function f(x) -> y { return x; }", "E0114 1:22");
    }

    @Test
    void theFirstParameterMayNotBearTheNameOfAReductionEither() {
        mistakes("function f(max) -> y { y = 1; }", "E0130 1:12");
        mistakes("function f(for, x) -> y { y = 1; }", "E0129 1:12");
        mistakes("extern function f(sum) = \"a.b\";", "E0130 1:19");
    }

    @Test
    void whatACommentSwallowsIsNotMissing() {
        mistakes("function f(x) -> y { y = x /* a; }", "E0103 1:28");
        mistakes("function f(x) -> y { y = ; z = x; /* a }", "E0137 1:26", "E0103 1:35");
    }

    @Test
    void aSignThatWasReportedIsNotReportedAgainForWhatItStandsFor() {
        mistakes("function f(x) -> y { y = |x; }", "E0102 1:26");
        mistakes("function f(x) -> y { y = x ~ 2; }", "E0102 1:28");
    }

    @Test
    void barsAroundAnAbsoluteValueAreOneMistake() {
        List<Diagnostic> mistakes = Parser.parse(new Source("f.ad", "function f(x) -> y { y = 2 * |x - 1| + |x|; }"))
                .diagnostics();
        assertEquals(
                List.of("write `abs(…)`", "write `abs(…)`"),
                mistakes.stream().map(each -> each.help().orElseThrow()).collect(Collectors.toList()));
    }

    @Test
    void whileIsNotTakenForACall() {
        Diagnostic mistake = Parser.parse(
                        new Source("f.ad", "function f(x) -> y { y = x; while (y > 0) { y = y - 1; } }"))
                .diagnostics()
                .get(0);
        assertEquals("E0102 f.ad:1:29 `while` is not part of this language", mistake.toString());
        assertEquals(Optional.empty(), mistake.help());
    }

    /** The class files of Java have room for 65,535 bytes. */
    @Test
    void namesAndTextsThatNoClassFileCanHoldAreRefused() {
        String name = "n".repeat(1_001);
        mistakes("function f(" + name + ") -> y { y = " + name + "; }", "E0119 1:12");
        mistakes("function f(x) -> y { require x > 0 : \"" + "t".repeat(10_001) + "\"; y = x; }", "E0119 1:38");
    }

    @Test
    void aLongRunOfForeignSignsIsReadAtOnceAndQuotedInPart() {
        String text = "@".repeat(1_000_000);
        Diagnostic mistake = assertTimeout(Duration.ofSeconds(10), () -> Parser.parse(new Source("f.ad", text)))
                .diagnostics()
                .get(0);
        assertEquals(text.length(), mistake.span().orElseThrow().end());
        assertTrue(mistake.message().length() < 100, mistake.message());
    }

    private static void mistakes(String text, String... expected) {
        List<String> actual = Parser.parse(new Source("f.ad", text)).diagnostics().stream()
                .map(each ->
                        each.code().label() + " " + each.span().orElseThrow().line() + ":"
                                + each.span().orElseThrow().column())
                .collect(Collectors.toList());
        assertEquals(List.of(expected), actual);
    }

    // ---- size and depth

    @Test
    void chainsMayBeLong() {
        int terms = 100_000;
        String sum = "x" + " + 2*x - 1".repeat(terms / 2);
        String ladder = "if x < 1 then 1 else ".repeat(terms) + "x";
        String junction = "if x < 0" + " or x > 1 and x < 2".repeat(terms / 2) + " then 1 else 2";
        for (String expression : List.of(sum, ladder, junction)) {
            assertEquals(
                    List.of(),
                    Parser.parse(new Source("f.ad", body(expression))).diagnostics());
        }
    }

    @Test
    void aThousandLevelsAreRead() {
        for (String expression : nested(1_000)) {
            assertEquals(
                    List.of(),
                    Parser.parse(new Source("f.ad", body(expression))).diagnostics());
        }
    }

    @Test
    void moreLevelsAreOneMistake() {
        for (int depth : new int[] {1_001, 100_000}) {
            for (String expression : nested(depth)) {
                List<Diagnostic> mistakes =
                        Parser.parse(new Source("f.ad", body(expression))).diagnostics();
                assertEquals(1, mistakes.size(), () -> expression.substring(0, 20));
                assertEquals("E0131", mistakes.get(0).code().label());
            }
        }
    }

    private static List<String> nested(int depth) {
        return List.of(
                "(".repeat(depth) + "x" + ")".repeat(depth),
                "sin(".repeat(depth) + "x" + ")".repeat(depth),
                "a[".repeat(depth) + "0" + "]".repeat(depth),
                "-".repeat(depth) + "x",
                "2^".repeat(depth) + "x",
                "if x > 0 then ".repeat(depth) + "x" + " else 1".repeat(depth));
    }

    private static String body(String expression) {
        return "function f(x) -> y { y = " + expression + "; }";
    }

    @Test
    void anyTextIsReadToItsEnd() {
        List<String> words = List.of(
                "function",
                "f",
                "(",
                ")",
                "->",
                "y",
                "{",
                "}",
                "=",
                "x",
                ";",
                "[",
                "]",
                ",",
                "if",
                "then",
                "else",
                "for",
                "in",
                "0",
                "..",
                "..<",
                "sum",
                "+",
                "-",
                "^",
                "not",
                "and",
                "<",
                "require",
                ":",
                "\"t\"",
                "import",
                "package",
                "extern",
                "const",
                "int",
                "**",
                ".",
                "²",
                "/*",
                "//",
                "\n",
                "'",
                "\"",
                "\u0301",
                "\ud83d\ude00",
                "d",
                "return");
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            String text = IntStream.range(0, 1 + random.nextInt(60))
                    .mapToObj(i -> words.get(random.nextInt(words.size())))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            Parsed parsed =
                    assertTimeout(Duration.ofSeconds(10), () -> Parser.parse(new Source("f.ad", text)), "seed " + seed);
            assertTrue(
                    !parsed.diagnostics().isEmpty()
                            || !parsed.unit().declarations().isEmpty(),
                    "neither a function nor a mistake: seed " + seed);
        }
    }

    private static SourceUnit parse(String text) {
        Parsed parsed = Parser.parse(new Source("f.ad", text));
        assertEquals(List.of(), parsed.diagnostics());
        return parsed.unit();
    }

    private static Declaration.Function function(String text) {
        return (Declaration.Function) parse(text).declarations().get(0);
    }
}
