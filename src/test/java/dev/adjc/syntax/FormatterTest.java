package dev.adjc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class FormatterTest {

    @Test
    void statementsStandOnLinesOfTheirOwn() {
        check("function f( x,const W [ N ] )->y{y=-x ^ - 2*W[ i , : ]+(-3);for t in 0 ..< T{h[t]=x;}}", """
                function f(x, const W[N]) -> y {
                  y = -x^-2 * W[i, :] + (-3);
                  for t in 0..<T {
                    h[t] = x;
                  }
                }
                """);
    }

    @Test
    void paragraphsAreKeptAndFunctionsStandApart() {
        check("""
                package a . b;
                import c;
                import d;


                import e;
                extern function f(x)="a.b";
                extern function g(x)="a.c";
                // about h
                function h(x)->y {

                  a=x;


                  y=a;

                }
                function k(x)->y { y=x; }
                """, """
                package a.b;

                import c;
                import d;

                import e;

                extern function f(x) = "a.b";
                extern function g(x) = "a.c";

                // about h
                function h(x) -> y {
                  a = x;

                  y = a;
                }

                function k(x) -> y {
                  y = x;
                }
                """);
    }

    @Test
    void linesWithinAStatementAreTheAuthors() {
        check("""
                function f(x) -> y {
                  y = if x < 0 then 1
                   else if x < 1 then 2
                            else x +
                  3;
                }
                """, """
                function f(x) -> y {
                  y = if x < 0 then 1
                      else if x < 1 then 2
                      else x +
                      3;
                }
                """);
    }

    @Test
    void commentsStayWhereTheyAre() {
        check("""
                /** Doc
                      * of f.
                   */
                function f(/** real */x, /* passive */ const a) -> y { // opens
                // first
                  y = x /* times */ * a // why
                    + 1; // ends

                  // last
                } // closed
                // tail
                """, """
                /** Doc
                 * of f.
                 */
                function f(/** real */ x, /* passive */ const a) -> y {  // opens
                  // first
                  y = x /* times */ * a  // why
                      + 1;  // ends

                  // last
                }  // closed

                // tail
                """);
    }

    @Test
    void layoutChangesNothingButBlanks() throws IOException {
        for (Path sample : samples()) {
            String text = Files.readString(sample);
            for (int seed = 0; seed < 5; seed++) {
                String shaken = shaken(text, new Random(seed));
                String formatted = Formatter.format(new Source("f.ad", shaken));
                String where = sample + ", seed " + seed;
                assertEquals(words(shaken), words(formatted), where);
                assertEquals(formatted, Formatter.format(new Source("f.ad", formatted)), where);
                assertEquals(
                        List.of(), Parser.parse(new Source("f.ad", formatted)).diagnostics(), where);
            }
        }
    }

    private static void check(String text, String expected) {
        String formatted = Formatter.format(new Source("f.ad", text));
        assertEquals(expected, formatted);
        assertEquals(expected, Formatter.format(new Source("f.ad", formatted)));
        assertEquals(words(text), words(formatted));
    }

    /** All tokens, comments among them, with their inner blanks made equal. */
    private static List<String> words(String text) {
        Source source = new Source("f.ad", text);
        Places places = new Places(source);
        List<String> words = new ArrayList<>();
        for (Token token : Lexing.of(source).tokens()) {
            words.add(places.of(token).text().strip().replaceAll("\\s+", " "));
        }
        return words;
    }

    /** The same tokens with other blanks between them. */
    private static String shaken(String text, Random random) {
        Source source = new Source("f.ad", text);
        Places places = new Places(source);
        StringBuilder shaken = new StringBuilder();
        for (Token token : Lexing.of(source).tokens()) {
            shaken.append(places.of(token).text());
            boolean endsLine = token.getType() == AdParser.LINE_COMMENT;
            shaken.append(endsLine ? "\n" : " ")
                    .append(List.of("", "", "", " ", "\n", "\n\n\n", "\t").get(random.nextInt(7)));
        }
        return shaken.toString();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".ad"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
