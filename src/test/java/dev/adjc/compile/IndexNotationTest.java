package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.check.Sources;
import dev.adjc.ir.Program;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programs in index notation, from their text to generated code: the same as the interpreter gives. */
class IndexNotationTest {

    @Test
    void integersAreCopiedAsReals() {
        String copy = "function f(int k[n], x) -> z { y = k; z = x * sum[i](y[i]^2); }";
        trial(copy, Map.of("n", 3), Map.of("k", new double[] {2, 0, 5}));
    }

    @Test
    void whatACallGivesIsStoredWhereTheColonsStand() {
        String twice = "function twice(x[n]) -> y { y[i] = 2 * x[i]^2; } ";
        trial(
                twice
                        + "function f(X[T,n]) -> Y, Z { for t in 0..<T { Y[t,:] = twice(X[t,:]); } Z[:,j] = twice(X[:,j]); }",
                Map.of("T", 3, "n", 2),
                Map.of());
    }

    @Test
    void aRecurrenceCarriesAndCollects() {
        trial("""
                function rnn(x[T,I], W[J,I], U[J,J], h0[J]) -> y[T], h[J] {
                  h = h0;
                  for t in 0..<T {
                    h[j] = tanh(sum[k](U[j,k] * h[k]) + sum[i](W[j,i] * x[t,i]));
                    y[t] = sum[j](h[j]);
                  }
                }
                """, Map.of("T", 3, "I", 2, "J", 2), Map.of());
    }

    @Test
    void aCallIsCarriedOutForEachIndexWithTheIntegersOfEach() {
        trial("""
                function first(x[n], int k) -> y { y[i in 0..<k] = x[i]; }
                function total(u[n], int k) -> s { a = first(u, k); s = sum[i](a[i]^2); }
                function f(u[n]) -> z[n] { z[i in 0..<n] = total(u, i); }
                """, Map.of("n", 4), Map.of());
    }

    @Test
    void sizesOfCallsAreSolved() {
        trial("""
                function pairs(x[2*m]) -> y { y[i in 0..<m] = x[2*i] * x[2*i+1]; }
                function f(u[6*n]) -> y[3*n] { y = pairs(u); }
                """, Map.of("n", 1), Map.of());
    }

    @Test
    void loopsNest() {
        trial("""
                function f(A[n,m]) -> S[n,m], total {
                  total = 0;
                  for i in 0..<n {
                    row = 0;
                    for j in 0..<m {
                      row = row + A[i,j]^2;
                      S[i,j] = row;
                    }
                    total = total + row * A[i,0];
                  }
                }
                """, Map.of("n", 3, "m", 2), Map.of());
    }

    private static void trial(String text, Map<String, Integer> sizes, Map<String, double[]> integers) {
        Decoded file = Decoded.of("main.ad", text.getBytes(StandardCharsets.UTF_8));
        Compilation compilation = Compiler.compile(file, Sources.none(), Options.DEFAULT);
        assertEquals(List.of(), compilation.diagnostics());
        List<CompiledFunction> functions = compilation.functions();
        Program last = functions.get(functions.size() - 1).primal();
        ArrayTrial.run(last, sizes, integers);
    }
}
