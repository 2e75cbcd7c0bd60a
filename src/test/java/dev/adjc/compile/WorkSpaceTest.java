package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.check.Sources;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The work space of a class is no larger than what is read later. */
class WorkSpaceTest {
    private static final Pattern ARRAY = Pattern.compile("^ +(\\w+) = new double\\[(.*length.*)];$", Pattern.MULTILINE);

    @Test
    void whatRoundsHandOnHasTwoPlacesAlsoIfTheLastOneIsReadBehindThem() {
        String power = "function f(x[n], int T) -> y { u = x; for t in 0..<T { u[i] = u[i] / 2; } y = sum[i](u[i]); }";
        assertEquals("u 2, n", workSpace(power, Mode.FORWARD).get(0));
    }

    @Test
    void loopsThatBeginElsewhereHandOnToo() {
        String later =
                "function f(x[n], w[T]) -> y { u = x; for t in 3..<T { u[i] = u[i] * w[t]; } y = sum[i](u[i]); }";
        assertEquals("u 2, n", workSpace(later, Mode.FORWARD).get(0));
    }

    @Test
    void ofTheStateAndWhatIsCheaplyComputedOfItTheStateIsKept() {
        String logistic = """
                function f(x[n], r, int T) -> y {
                  u = x;
                  for t in 0..<T { a[i] = 1 - u[i]; b[i] = 2 + u[i]; u[i] = r * a[i] * b[i]; }
                  y = sum[i](u[i]);
                }
                """;
        List<String> kept = workSpace(logistic, Mode.REVERSE).stream()
                .filter(array -> array.contains("T") && !array.contains("_bar"))
                .toList();
        assertEquals(List.of("u max of 2, n and (long) Math.max(0, T) + 1, n"), kept);
    }

    @Test
    void tangentsAndAdjointsAreHandedOnAsTheirNamesAre() {
        String power = """
                function f(x[n], w[n], int T) -> y {
                  u = x;
                  for t in 0..<T { u[i] = w[i] * sum[j](u[j]^2) / (t + 1); }
                  y = sum[i](u[i]^2);
                }
                """;
        assertEquals(List.of("u 2, n", "u_dot 2, n"), workSpace(power, Mode.FORWARD));
        assertEquals(
                List.of("u max of 2, n and (long) Math.max(0, T) + 1, n", "u_bar 2, n"),
                workSpace(power, Mode.REVERSE).stream()
                        .filter(array -> array.startsWith("u"))
                        .toList());
    }

    @Test
    void aNameHasOneFieldForAllProductsAsLongAsTheLongestOneNeeds() {
        String squares = """
                function f(x[n], A[n, n], int T) -> y {
                  u = x;
                  for t in 0..<T {
                    g[i] = sum[j](A[i, j] * u[j]);
                    u[i] = sum[j](g[j]^2 * A[j, i]) + g[n - 1 - i];
                  }
                  y = sum[i](u[i]);
                }
                """;
        assertEquals(
                List.of("u max of 2, n and (long) Math.max(0, T) + 1, n", "g max of n and Math.max(0, T), n"),
                workSpace(squares, Mode.REVERSE).subList(0, 2));
    }

    /** The arrays that an object keeps, each with its extents, but for those that serve Jacobians. */
    private static List<String> workSpace(String program, Mode mode) {
        Decoded file = Decoded.of("f.ad", program.getBytes(StandardCharsets.UTF_8));
        Compilation compilation = Compiler.compile(file, Sources.none(), Options.DEFAULT);
        assertEquals(List.of(), compilation.diagnostics());
        return ARRAY.matcher(compilation.functions().get(0).generate(mode).text())
                .results()
                .filter(found ->
                        !found.group(1).startsWith("unit") && !found.group(1).startsWith("each"))
                .map(WorkSpaceTest::array)
                .toList();
    }

    private static String array(MatchResult found) {
        String name = found.group(1);
        String length = "length\\(\"" + name + "\",? ?(.*)\\)";
        return name + " "
                + found.group(2)
                        .replaceFirst("^Math.max\\(" + length + ", " + length + "\\)$", "max of $1 and $2")
                        .replaceFirst("^" + length + "$", "$1");
    }
}
