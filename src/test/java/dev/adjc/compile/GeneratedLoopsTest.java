package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Sources;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The loops of generated classes are those that one would write by hand. */
class GeneratedLoopsTest {
    private static final String HEAT = """
            function heat(u0[n], k, int steps) -> y {
              u[i] = u0[i];
              for s in 0..<steps {
                f[i in 0..<n - 1] = k * (u[i + 1] - u[i]);
                u[i in 0..<n] = u[i] + (if i == 0 then f[0] else if i == n - 1 then -f[n - 2] else f[i] - f[i - 1]);
              }
              y = sum[i](u[i]^2);
            }
            """;

    /** A loop within a loop. */
    private static final Pattern NESTED = Pattern.compile("\n( +)for [^\n]*\n(\\1 +[^\n]*\n)*\\1 +for ");

    @Test
    void whatIsCheapIsComputedAgainInsteadOfBeingKept() {
        String text = reverse(HEAT);
        assertEquals(List.of("u", "f", "u_bar", "f_bar"), workArrays(text));
        assertTrue(text.contains("k_bar += f_bar[i] == 0 ? 0 : (u[s * n + i + 1] - u[s * n + i]) * f_bar[i];"), text);
    }

    @Test
    void whatCallsAFunctionIsKept() {
        String twice = "function f(x[n]) -> y { a[i] = exp(x[i]); s = sum[i](a[i]); y = sum[i](a[i] * s * x[i]); }";
        assertTrue(workArrays(reverse(twice)).contains("a"));
    }

    @Test
    void anIndexHasItsNameBeforeWhatTheProgramDoesNotName() {
        String garch =
                "function f(r[T], a) -> y { v = a; for t in 0..<T { v = a + r[t]^2 / v; } y = v * (1 - a) * (2 - a); }";
        String text = reverse(garch);
        assertTrue(text.contains("for (int t = 0; t < T; t++)"), text);
        assertTrue(text.contains("for (int t = T - 1; t >= 0; t--)"), text);
        assertFalse(text.contains("int t2"), text);
    }

    @Test
    void wholeNumbersAreComparedWithoutDetours() {
        String text = reverse(
                "function f(x[n], int k) -> y { y = mean[i in 0..<n](sum[j in 0..i](if j == k then 0 else x[j]^2)); }");
        assertTrue(text.contains("if (n <= 0)"), text);
        assertTrue(text.contains("j <= i; j++"), text);
    }

    @Test
    void bracketsStandWhereTheyAreNeeded() {
        String carried = "function f(r[T], a) -> y { y = a; for t in 0..<T { y = sin(y) * r[t]; } }";
        assertFalse(text(carried, Mode.FORWARD).contains("[(t & 1)]"));
        assertFalse(reverse("function f(x[n + 1]) -> y { y = sum[i](x[i]^2); }").contains("(n + 1)"));
    }

    @Test
    void aLoopIsToldByItsHead() {
        String text = reverse(
                "function f(x[n], int T) -> y { for t in 0..<T { x[i] = sin(x[i]) * x[0]; } y = sum[i](x[i]); }");
        assertFalse(text.lines().anyMatch(line -> line.contains("// ") && line.contains("{")), text);
    }

    @Test
    void linesAreBrokenOutsideOfIndices() {
        String text = reverse("function attention(query[T, D], key[T, D], value[T, M]) -> Y[T, M] {"
                + " S[t, s] = sum[d](query[t, d] * key[s, d]) / sqrt(D); Z[t] = logsumexp[s in 0..t](S[t, s]);"
                + " Y[t, m] = sum[s in 0..t](exp(S[t, s] - Z[t]) * value[s, m]); }");
        text.lines()
                .filter(line -> !line.strip().startsWith("*") && !line.contains("//"))
                .forEach(line -> assertEquals(count("[", line), count("]", line), line));
    }

    @Test
    void aCheckOfEachExampleDoesNotPartTheSweeps() {
        String classifier = """
                function f(X[N, D], int y[N], W[D, C], const r) -> loss {
                  S[n, c] = sum[d](X[n, d] * W[d, c]);
                  L[n] = logsumexp[c](S[n, c]) - S[n, y[n]];
                  loss = mean[n](L[n]) + r * sum[d, c](W[d, c]^2);
                }
                """;
        String gradient = method("runGradient", reverse(classifier));
        assertEquals(1, count("for (int n = ", gradient), gradient);
    }

    @Test
    void conditionsOnPlacesAreAskedOnIntegers() {
        String text = reverse(HEAT);
        assertTrue(text.contains("} else if (i == n - 1) {"), text);
    }

    @Test
    void whatConditionsProveIsNotChecked() {
        assertFalse(reverse("function f(x[n]) -> y[n] { y[i in 0..<n] = if i == 0 then 0 else x[i - 1]^2; }")
                .contains("is outside"));
        assertFalse(reverse(
                        "function f(x[n]) -> y[n] { y[i in 0..<n] = if i > 0 and i + 1 < n then x[i - 1] * x[i + 1] else 0; }")
                .contains("is outside"));
        assertFalse(reverse("function f(x[n], int k) -> y { y = if k < 0 or k >= n then 0 else x[k]^2; }")
                .contains("is outside"));
        assertTrue(reverse("function f(x[n], int k) -> y { y = if k < 0 or k > n then 0 else x[k]^2; }")
                .contains("is outside"));
        assertTrue(reverse("function f(x[n]) -> y[n] { y[i in 0..<n] = if i == 1 then 0 else x[i - 1]^2; }")
                .contains("is outside"));
    }

    @Test
    void whatConditionsProveNotQuiteIsChecked() {
        assertTrue(reverse("function f(x[n]) -> y[n] { y[i in 0..<n] = if i == 0 then 0 else x[i - 2]^2; }")
                .contains("is outside"));
    }

    @Test
    void whatMustHoldTwiceIsAskedForOnce() {
        String text = reverse("function f(x[n]) -> y { a = mean[i](x[i]); y = mean[i]((x[i] - a)^2); }");
        assertEquals(2, method("runValue", text).split("of nothing", -1).length, text);
    }

    @Test
    void addingANegativeNumberIsTakingAway() {
        String text = reverse("function f(x[n], s) -> y { y = sum[i](x[i]^2 - s); }");
        assertTrue(text.contains("-= 1;"), text);
        assertFalse(text.contains("+= -"), text);
    }

    @Test
    void whatIsTheSameInEachRoundIsCheckedOnceIfThereIsARound() {
        String text = reverse("function f(x[n], const w[K], int at[m]) -> y { y = sum[k, i](w[k] * x[at[i]]); }");
        String value = text.substring(text.indexOf("private double runValue("));
        int rounds = value.indexOf("for (int k = 0; k < K; k++)");
        int guarded = value.indexOf("if (0 < K)");
        int checked = value.indexOf("is outside");
        assertTrue(0 < guarded && guarded < checked && checked < rounds, value);
        assertFalse(value.substring(rounds, value.indexOf("return")).contains("is outside"), value);
    }

    @Test
    void conditionsAreAskedWhereTheirBranchesAreRead() {
        String program =
                "function f(x[n], a, b) -> y[n] { y[i in 0..<n] = sum[j in i + 1..<n](if a <= b then x[j] else i); }";
        assertEquals(List.of(), workArrays(text(program, Mode.FORWARD)));
    }

    @Test
    void sumsGoWhereTheirReadersGo() {
        String program = "function f(x[n]) -> y[n] { "
                + "d[p in 0..<n] = sum[k](x[k] * p); y[i in 0..<n] = d[0] - sum[k in i..<n](exp(x[k])); }";
        assertEquals(List.of("d", "d_dot"), workArrays(text(program, Mode.FORWARD)));
    }

    @Test
    void nothingStandsBetweenAPartOfAStatementAndItsReader() {
        String checked = "function f(x[m]) -> y[m] { y[i in 0..<m] = mean[p in 0..<m](x[i] * p); }";
        assertEquals(List.of(), workArrays(text(checked, Mode.FORWARD)));
        String chosen = "function f(x[n], w[m]) -> y[n, m] { y[i, j] = (if i == 1 then 0 else x[i]) - exp(w[j]); }";
        assertEquals(List.of("exp", "t"), workArrays(text(chosen, Mode.FORWARD)));
    }

    @Test
    void whatIsContributedOnceIsAPartOfTheSum() {
        String triangle = "function f(x[m]) -> y[m] { y[i in 0..<m] = sum[l in 0..<i + 1](x[l]^2 * i); }";
        String text = text(triangle, Mode.FORWARD);
        assertTrue(text.contains("y2_dot += 2 * ((double) i * (x[l] * x_dot[l]));"), text);
    }

    @Test
    void addingTheOppositeIsTakingAway() {
        String text = reverse(HEAT);
        assertFalse(text.contains("+= -"), text);
        assertTrue(text.contains("u_bar[(s & 1) * n + i] -= "), text);
    }

    @Test
    void whatIsTheSameInEachRoundIsDifferentiatedOnce() {
        String within = reverse("function f(x[n]) -> v { v = mean[i]((x[i] - mean[j](x[j]))^2); }");
        assertFalse(NESTED.matcher(method("runGradient", within)).find(), within);
        assertEquals(1, count("`mean` of nothing", method("runGradient", within)), within);
    }

    @Test
    void whatDiffersByNamesOfIndicesAloneIsComputedOnce() {
        String softmax = reverse("function f(x[n], w[n]) -> y { y = sum[i](w[i] * exp(x[i]) / sum[j](exp(x[j]))); }");
        assertEquals(1, count("Math.exp(", method("runGradient", softmax)), softmax);
        String sums =
                reverse("function f(A[n, m]) -> a[n], b[n] { a[i] = sum[j](A[i, j])^2; b[k] = sum[l](A[k, l])^3; }");
        assertEquals(1, count("A[", method("runValue", sums)), sums);
    }

    @Test
    void numbersThatRoundsHandOnAreNames() {
        String text = reverse("function f(r[T], a, b) -> l { v = a; l = 0; "
                + "for t in 0..<T { l = l - r[t]^2 / v; v = a + b * v; } }");
        String value = method("runValue", text);
        assertTrue(value.contains("            l -= r[t] * r[t] / v;\n            v = a + b * v;\n"), value);
        assertTrue(method("runGradient", text).contains("            v_bar = b * v_bar - "), text);
    }

    @Test
    void numbersThatRoundsExchangeAreGivenAtTheirEnd() {
        String value = method(
                "runValue",
                reverse("function f(x, y, int n) -> a { a = x; b = y; "
                        + "for t in 0..<n { c = a + b; a = b; b = sin(c); } }"));
        int next = value.indexOf("double b2 = Math.sin(c);\n");
        int first = value.indexOf(" a = b;\n");
        int last = value.indexOf(" b = b2;\n");
        assertTrue(0 < next && next < first && first < last, value);
    }

    private static String reverse(String program) {
        return text(program, Mode.REVERSE);
    }

    private static String text(String program, Mode mode) {
        Decoded file = Decoded.of("f.ad", program.getBytes(StandardCharsets.UTF_8));
        Compilation compilation = Compiler.compile(file, Sources.none(), Options.DEFAULT);
        assertEquals(List.of(), compilation.diagnostics());
        return compilation.functions().get(0).generate(mode).text();
    }

    /** A method's declaration and body. */
    private static String method(String name, String text) {
        int start = text.indexOf(" " + name + "(", text.indexOf("    private "));
        while (!text.substring(text.lastIndexOf('\n', start)).startsWith("\n    private ")) {
            start = text.indexOf(" " + name + "(", start + 1);
        }
        return text.substring(start, text.indexOf("\n    }\n", start));
    }

    private static int count(String part, String text) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** The arrays that an object keeps, but for those that serve Jacobians. */
    private static List<String> workArrays(String text) {
        return text.lines()
                .filter(line -> line.startsWith("    private final double[] "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1, line.length() - 1))
                .filter(name -> !name.startsWith("unit") && !name.startsWith("each"))
                .toList();
    }
}
