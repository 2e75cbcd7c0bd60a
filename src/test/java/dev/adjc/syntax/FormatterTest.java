package dev.adjc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class FormatterTest {
    private static final Pattern PROGRAM = Pattern.compile("```ad\n(.*?)```", Pattern.DOTALL);

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
    void signsThatStandBelowOneAnotherStayThere() {
        check("""
                function f(x) -> y {
                  z10   = x^2;
                  z [i] = 1; // first
                  y     = z10+1;
                  a = 1;
                  bb = 2;

                  c  = 1;
                  dd = 2;
                  // apart
                  e  = 3;
                  ee  = if x < 0 then 1
                    else 2;
                  f   = 4; g  = 5;
                  h  = 5;
                }
                """, """
                function f(x) -> y {
                  z10  = x^2;
                  z[i] = 1;  // first
                  y    = z10 + 1;
                  a = 1;
                  bb = 2;

                  c  = 1;
                  dd = 2;
                  // apart
                  e = 3;
                  ee = if x < 0 then 1
                      else 2;
                  f  = 4;
                  g = 5;
                  h = 5;
                }
                """);
    }

    @Test
    void allThatTheProjectShowsIsLaidOut() throws IOException {
        List<String> others = new ArrayList<>();
        for (Path file : files(Path.of("samples"), ".ad")) {
            note(file, Files.readString(file), others);
        }
        for (Path file : files(Path.of("src/main/resources/adjc"), ".ad")) {
            note(file, Files.readString(file), others);
        }
        List<Path> pages = new ArrayList<>(files(Path.of("src/main/resources/adjc/explain"), ".md"));
        pages.addAll(files(Path.of("docs"), ".md"));
        pages.add(Path.of("README.md"));
        for (Path page : pages) {
            for (MatchResult program :
                    PROGRAM.matcher(Files.readString(page)).results().toList()) {
                note(page, program.group(1), others);
            }
        }
        assertEquals(List.of(), others);
    }

    /** Programs that show a mistake of syntax have no layout. */
    private static void note(Path file, String text, List<String> others) {
        Source source = new Source(file.toString(), text);
        if (Parser.parse(source).diagnostics().isEmpty()) {
            String formatted = Formatter.format(source);
            if (!formatted.equals(text)) {
                others.add(file + " would be\n" + formatted);
            }
        }
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
        for (Path sample : files(Path.of("samples"), ".ad")) {
            String text = Files.readString(sample);
            for (int seed = 0; seed < 10; seed++) {
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

    /** The same tokens with other blanks between them; sometimes only those before an {@code =} are others. */
    private static String shaken(String text, Random random) {
        if (random.nextBoolean()) {
            return Pattern.compile(" +=(?!=)").matcher(text).replaceAll(sign -> " ".repeat(random.nextInt(4)) + "=");
        }
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

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().collect(Collectors.toList());
        }
    }
}
