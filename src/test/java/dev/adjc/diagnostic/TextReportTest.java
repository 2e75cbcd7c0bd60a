package dev.adjc.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.source.Source;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void severalPlacesOfALineShareIt() {
        Source source = new Source("f.ad", "function f(x, x) -> y {");
        check(at(source, 14, 15, Code.DUPLICATE_PARAMETER, "x").with(span(source, 11, 12)), """
                error[E0208]: two parameters bear the name `x`
                  --> f.ad:1:15
                   |
                 1 | function f(x, x) -> y {
                   |            -  ^
                   |            the first one is here
                """);
    }

    @Test
    void placesFarApartAreSeparatedByDots() {
        Source source = new Source("f.ad", "a\n".repeat(9) + "b = 1;\n");
        check(at(source, 18, 19, Code.REDEFINED_INTEGER, "b").with(span(source, 2, 3)), """
                error[E0217]: `b` is an integer and cannot be defined again
                  --> f.ad:10:1
                    |
                  2 | a
                    | - it is declared here
                 ...
                 10 | b = 1;
                    | ^
                help: give the new value a name of its own
                """.replace(
                        "  --> f", "   --> f"));
    }

    @Test
    void anotherFileIsNamed() {
        Source one = new Source("one.ad", "y = f(x);");
        Source two = new Source("two.ad", "\nfunction f() -> y");
        check(at(one, 4, 8, Code.ARGUMENT_COUNT, "f", "0 arguments", "1").with(span(two, 10, 11)), """
                error[E0303]: `f` takes 0 arguments, not 1
                  --> one.ad:1:5
                   |
                 1 | y = f(x);
                   |     ^^^^
                  ::: two.ad:2
                   |
                 2 | function f() -> y
                   |          - it is declared here
                """);
    }

    @Test
    void underlinesStandBelowTabsAndWideLetters() {
        String text = "\ty = 変数 + e\u0301 + zz;";
        int zz = text.indexOf("zz");
        check(at(new Source("f.ad", text), zz, zz + 2, Code.UNDEFINED_NAME, "zz"), """
                error[E0201]: `zz` is not defined
                  --> f.ad:1:16
                   |
                 1 |     y = 変数 + e\u0301 + zz;
                   |                    ^^
                """);
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        String text = "y = " + "x + ".repeat(100) + "zz" + " + x".repeat(100) + ";";
        int zz = text.indexOf("zz");
        String report =
                new TextReport(Style.PLAIN).of(at(new Source("f.ad", text), zz, zz + 2, Code.UNDEFINED_NAME, "zz"));
        List<String> lines = report.lines().toList();
        assertEquals(lines.get(3).indexOf("zz"), lines.get(4).indexOf("^^"));
        assertTrue(lines.get(3).length() < 160, lines.get(3));
        assertTrue(lines.get(3).startsWith(" 1 | …") && lines.get(3).endsWith("…"), lines.get(3));
    }

    @Test
    void aPlaceOfSeveralLinesIsUnderlinedOnItsFirst() {
        Source source = new Source("f.ad", "y = a +\n  b;");
        check(at(source, 4, 11, Code.NUMBER_WANTED), """
                error[E0301]: expected a number, found a condition
                  --> f.ad:1:5
                   |
                 1 | y = a +
                   |     ^^^
                help: write `if … then 1 else 0`
                """);
    }

    @Test
    void aPlaceBehindTheLastCharacterHasACaret() {
        Source source = new Source("f.ad", "y = a");
        check(at(source, 5, 5, Code.MISSING_SEMICOLON), """
                error[E0120]: a `;` is missing here
                  --> f.ad:1:6
                   |
                 1 | y = a
                   |      ^
                """);
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        Source source = new Source("f.ad", "y = \u001b[31m\u202e;");
        String report = new TextReport(Style.PLAIN).of(at(source, 4, 5, Code.UNEXPECTED_CHARACTER, "U+001B"));
        assertTrue(report.chars().noneMatch(c -> c == 0x1b || c == 0x202e), report);
    }

    @Test
    void coloursAddNothingButEscapes() {
        Source source = new Source("f.ad", "function f(x, x) -> y {");
        Diagnostic diagnostic =
                at(source, 14, 15, Code.DUPLICATE_PARAMETER, "x").with(span(source, 11, 12));
        String coloured = new TextReport(Style.COLOURED).of(diagnostic);
        assertTrue(coloured.contains("\u001b[1;31merror[E0208]\u001b[0m"), coloured);
        assertEquals(new TextReport(Style.PLAIN).of(diagnostic), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void severalAreCounted() {
        Source source = new Source("f.ad", "a b");
        Diagnostic error = at(source, 0, 1, Code.UNDEFINED_NAME, "a");
        Diagnostic warning = at(source, 2, 3, Code.UNUSED_PARAMETER, "b");
        TextReport report = new TextReport(Style.PLAIN);
        assertTrue(report.of(List.of(error, error, warning)).endsWith("\nerror: 2 errors, 1 warning\n"));
        assertTrue(report.of(List.of(warning, warning)).endsWith("\nwarning: 2 warnings\n"));
        assertEquals(report.of(error) + "\n", report.of(List.of(error)));
    }

    @Test
    void ofManyTheFirstHundredOfEachKindAreShown() {
        Source source = new Source("f.ad", "a b");
        List<Diagnostic> many = new ArrayList<>(Collections.nCopies(150, at(source, 2, 3, Code.UNUSED_PARAMETER, "b")));
        many.add(at(source, 0, 1, Code.UNDEFINED_NAME, "a"));
        String report = new TextReport(Style.PLAIN).of(many);
        assertEquals(100, report.split("warning\\[W0002]", -1).length - 1);
        assertTrue(report.endsWith("\nerror: 1 error, 150 warnings (the first 100 are shown)\n"), report);
    }

    @Test
    void jsonHasItsKeysInOrder() {
        Source source = new Source("a \"b\".ad", "y = 😀 + zz;\n");
        int zz = source.text().indexOf("zz");
        assertEquals(
                "{\"severity\":\"error\",\"code\":\"E0201\",\"message\":\"`zz` is not defined\",\"file\":\"a \\\"b\\\".ad\","
                        + "\"line\":1,\"column\":9,\"endLine\":1,\"endColumn\":11,\"help\":\"did you mean `z`?\"}",
                JsonReport.of(at(source, zz, zz + 2, Code.UNDEFINED_NAME, "zz", "z")));
    }

    private static Diagnostic at(Source source, int start, int end, Code code, String... arguments) {
        return Diagnostic.at(span(source, start, end), code, arguments);
    }

    private static Span span(Source source, int start, int end) {
        return new Span(source, start, end);
    }

    private static void check(Diagnostic diagnostic, String expected) {
        assertEquals(expected, new TextReport(Style.PLAIN).of(diagnostic));
    }
}
