package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each construct of index notation: interpreter, forward mode, reverse mode and differences agree on it. */
class EveryConstructTest {

    // ---- indices

    @Test
    void shiftsAgree() {
        NotationTrial trial = NotationTrial.of("""
                function shift(x[n]) -> d[n - 1], s {
                  d[i in 0..<n-1] = x[i+1]^2 - x[i] * x[n-1-i];
                  s = sum[i in 1..<n-1](d[i] * d[i-1] * x[2]);
                }
                """);
        trial.size("n", 6).agree();
        trial.size("n", 3).agree();
    }

    @Test
    void stridesAgree() {
        NotationTrial.of("""
                function stride(x[2*m], A[m, 3*m+1]) -> y[m] {
                  y[i] = x[2*i+1] * x[2*i] + A[i, 3*i+1] * A[m-1-i, 0] + x[mod(i+1, m)] * x[div(i, 2)];
                }
                """).size("m", 4).agree();
    }

    @Test
    void gathersAgree() {
        NotationTrial trial = NotationTrial.of("""
                function gather(x[n], A[n, 2], int idx[k], int to[k]) -> y[k], z {
                  y[i] = x[idx[i]]^2 * A[to[i], mod(i, 2)];
                  z = sum[i](x[to[idx[mod(i, 2)]]] * y[i]);
                }
                """);
        trial.size("n", 3).size("k", 5);
        trial.with("idx", 2, 0, 2, 1, 0).with("to", 1, 1, 0, 2, 2).agree();
    }

    @Test
    void partsOfArraysAreRead() {
        NotationTrial trial = NotationTrial.of("""
                function parts(x[n]) -> first, rest, trace, most {
                  A[i, j] = x[i] * x[j];
                  z[i] = x[i]^2;
                  first = sum[i in 0..<2](z[i]);
                  rest = sum[i in 0..<n-1](z[i+1]);
                  trace = sum[i](A[i, i]);
                  most = max[i in 1..<n-1](x[0] * z[i]);
                }
                """);
        trial.size("n", 3).agree();
        trial.size("n", 5).agree();
    }

    @Test
    void integersAloneAndRangesOfNothingAreLegal() {
        NotationTrial.of("function integers(int k[n], x) -> y { v = k; y = v[0] * x; }")
                .size("n", 2)
                .agree();
        NotationTrial.of("function nothing(x) -> y[2] { y[j in 0..1] = max(x, max[o in 1..<0](x)); }")
                .agree();
    }

    @Test
    void whatIsAddedUpBehindTheRoundsIsHandedOnAsAWhole() {
        NotationTrial.of("""
                function same(x[n], w) -> y {
                  for t in 0..<1 {
                    w = w;
                  }
                  z[i] = x[i] * w;
                  y = sum[i](z[i]);
                }
                """).size("n", 3).agree();
    }

    @Test
    void whatRoundsHandOnInABranchIsComputedThereAlone() {
        NotationTrial.of("""
                function branch(x[n, m]) -> y {
                  for t in 0..<m {
                    z[t] = if t <= 1 then prod[i in 0..<n](x[t, t]) else 0;
                  }
                  y = sum[t](z[t]);
                }
                """).size("n", 2).size("m", 4).agree();
    }

    @Test
    void roundsMayExchangeNumbers() {
        NotationTrial.of("""
                function exchange(x, y, int n) -> a, b {
                  a = x;
                  b = y;
                  for t in 0..<n {
                    c = a + b;
                    a = b;
                    b = sin(c);
                  }
                }
                """).with("n", 4).agree();
    }

    @Test
    void whatRoundsHandOnIsReadBeforeWithinAndBehindThem() {
        NotationTrial trial = NotationTrial.of("""
                function handed(x[n], w[n, n], int T) -> y, z[T, n], v {
                  u = x;
                  s = sum[i](x[i]^2);
                  first = sum[i](u[i]^2);
                  for t in 1..T {
                    u[i] = (if i == 0 then u[0] * w[0, 0] else sin(sum[j](w[i, j] * u[j]))) + s / (t + 1);
                    s = s / 2 + u[0];
                    for r in 0..<t {
                      u[i] = 0.3 * u[i] + 0.2 * sin(u[n - 1 - i]);
                    }
                  }
                  q = u;
                  for t in 0..<T {
                    z[t, i] = q[i] * x[i];
                    q[i in 0..<n] = 0.5 * sum[j in 0..i](q[j]);
                    z2[t, i] = q[i]^2;
                  }
                  y = first * s * sum[i](u[i] * q[i]);
                  v = sum[t, i](z2[t, i]);
                }
                """).size("n", 3);
        for (int rounds : new int[] {0, 1, 2, 3}) {
            trial.with("T", rounds).agree();
        }
    }

    @Test
    void whatIsCheckedInsideALoopInsideALoopDoesNotBreakItUp() {
        NotationTrial.of("""
                function f(x[n, 3], y) -> z, v[n, n] {
                  w = y;
                  for t in 0..<n {
                    for s in 0..<n {
                      w = 0.5 * w + x[t, 0] * y;
                      v[t, s] = x[t, div(t, 2)] * w;
                    }
                  }
                  z = w;
                }
                """).size("n", 3).agree();
    }

    @Test
    void branchesThatContradictThemselvesAgree() {
        NotationTrial.of("""
                function f(x[n]) -> y {
                  y[i in 0..<n] = if mod(i, 2) == 1 then if mod(i, 2) == 1 then x[i] else logsumexp[p in 0..i](x[p]) else x[i]^2;
                }
                """).size("n", 3).agree();
    }

    @Test
    void theSignOfAProductIsThatOfNoInteger() {
        NotationTrial trial = NotationTrial.of("""
                function f(x[n]) -> y[n], z[n] {
                  y[i] = -(i / (1 + x[i]^2));
                  z[i] = -(i * x[i] / 2);
                }
                """);
        trial.size("n", 3).agree();
    }

    @Test
    void whatIsComputedAgainIsThere() {
        NotationTrial trial = NotationTrial.of("""
                function f(A[n, r], x[r], v) -> Q {
                  Q = v;
                  for t in 0..<2 {
                    for s in 0..<t {
                      A[l in 0..<n, i in 0..<r] = max(norm[p in 0..<i](Q * v), 0.75) * i;
                      Q = v * sum[i in 0..<r - 1](x[r - 1 - i] + A[s + 1, s])^3;
                    }
                  }
                }
                """);
        trial.size("n", 2).size("r", 0).agree();
        trial.size("n", 2).size("r", 2).agree();
    }

    @Test
    void placesThatAreNowhereAreNotComputed() {
        NotationTrial trial = NotationTrial.of("""
                function nowhere(x[n + 1, n], y[n], int k[n]) -> a[n + 1, n], b[n, 2], c[n, 2], d[n, 2] {
                  a[i, j in 0..<n] = x[i, mod(0, n)];
                  for t in 0..<n {
                    b[t, j in 0..<2] = y[mod(j, n)]^2;
                    c[t, j in 0..<2] = x[mod(k[n-1], n + 1), 0]^2 * sin(sum[l in 0..<div(4, n)](l));
                    d[t, j in 0..<2] = y[mod(k[n-1], n)];
                  }
                }
                """);
        trial.size("n", 0).agree();
        trial.size("n", 3).with("k", 5, 4, 1).agree();
    }

    @Test
    void arraysWithoutElementsNeedPlacesAllTheSame() {
        NotationTrial.of("""
                function f(x[2], v) -> w {
                  a[p in 0..<0, l in 0..<3] = exp(v * x[0] + l);
                  b[l in 0..<0] = sum[p](a[p, l])^2;
                  w = v + sum[l](b[l] * b[l]) + sum[p, l](sin(a[p, l] * x[1]));
                }
                """).agree();
    }

    @Test
    void whatIsComputedAgainDoesNotBreakALoopUp() {
        NotationTrial.of("""
                function f(Q[n], out[n], int k) -> z {
                  for t in 0..<n {
                    for s in 0..<k {
                      Q[p] = 0.5 * Q[p] + Q[div(t, 3)] / (1 + out[t]^2) * 0.25;
                    }
                  }
                  z = sum[i](Q[i] * Q[i]);
                }
                """).size("n", 3).with("k", 2).agree();
    }

    @Test
    void constantsOfSeveralDimensionsHaveNoDerivatives() {
        NotationTrial.of("function f(const B[n, m]) -> y { y = sum[i, j](B[i, j]); }")
                .size("n", 2)
                .size("m", 3)
                .agree();
    }

    @Test
    void aDiagonalAloneIsRead() {
        NotationTrial.of("function f(x[n]) -> t { A[i, j] = x[i] * x[j]; t = sum[i](A[i, i]); }")
                .size("n", 3)
                .agree();
    }

    @Test
    void elementsThatLoopsWithoutRoundsWouldReadNeedNotExist() {
        NotationTrial trial = NotationTrial.of("""
                function unread(x[n], a, int k, int idx[m]) -> s, y[k], z[m] {
                  s = a;
                  for t in 0..<k {
                    s = s * x[0] + x[2];
                    y[t] = s;
                  }
                  z[i] = a * sum[j in 0..<k](x[idx[i]] * a);
                }
                """);
        trial.size("n", 0).size("m", 2).with("k", 0).with("idx", -1, 7).agree();
        trial.size("n", 3).with("k", 2).with("idx", 1, 2).agree();
    }

    @Test
    void trianglesAgree() {
        NotationTrial trial = NotationTrial.of("""
                function triangle(L[n, n], b[n]) -> y[n], s {
                  y[i] = sum[j in 0..i](L[i, j] * b[j]) * prod[j in 0..<i](b[j]);
                  s = sum[i, j in 0..i, k in j..i](L[i, j] * L[k, j] * b[k]);
                }
                """);
        trial.size("n", 4).agree();
        trial.size("n", 1).agree();
    }

    @Test
    void diagonalsAgree() {
        NotationTrial.of("""
                function diagonal(A[n, n], T[n, n, n]) -> t, d[n], B[n, n] {
                  t = sum[i](A[i, i] * T[i, i, i]);
                  d[i] = A[i, i]^2;
                  B[i, j] = T[i, j, i] * A[j, i];
                }
                """).size("n", 3).agree();
    }

    @Test
    void broadcastsAgree() {
        NotationTrial.of("""
                function broadcast(A[m, n], r[n], c[m], a) -> B[m, n], C[m, n] {
                  B[i, j] = A[i, j] * r[j] + c[i] * a;
                  C[i in 0..<m, j] = a * r[j];
                }
                """).size("m", 2).size("n", 3).agree();
    }

    @Test
    void outputsThatDependOnNothingActiveHaveDerivativesOfZero() {
        NotationTrial.of("""
                function f(const k[n], x) -> y[n], z {
                  y[i] = k[i];
                  z = x * sum[i](y[i]);
                }
                """).size("n", 3).agree();
    }

    @Test
    void outputsHaveAnyRank() {
        NotationTrial.of("""
                function ranks(x[m], y[n], z[k]) -> s, v[m], A[m, n], T[m, n, k], F[m, n, k, m] {
                  v[i] = x[i] * x[0];
                  A[i, j] = v[i] * y[j];
                  T[i, j, l] = A[i, j] * z[l];
                  F[i, j, l, o] = T[i, j, l] * x[o];
                  s = sum[i, j, l, o](F[i, j, l, o]);
                }
                """).size("m", 2).size("n", 3).size("k", 2).agree();
    }

    @Test
    void rangesMayEndAtEntriesOfIntegers() {
        NotationTrial.of("""
                function ragged(a, x[n], int k[m]) -> s, y[m], w[m] {
                  s = sum[i, j in 0..<k[i]](a * x[j]);
                  y[i] = max[j in 0..<k[i]](x[j]);
                  w[i] = mean[j in 1..k[i]](x[j - 1]^2 * x[0]);
                }
                """).size("n", 4).size("m", 4).with("k", 2, 3, 1, 4).agree();
    }

    /** What is kept along such a range has room, as an array is read along it. */
    @Test
    void rangesThatEndAtEntriesKeepWhatTheDerivativeWants() {
        NotationTrial.of("""
                function part(x[n], int k) -> y { y = sum[j in 0..<k](sin(x[j])^2) * mean[j in 0..<k](x[j]); }
                function kept(x[n], int k[m], int row[m]) -> y[m], s, t {
                  y[i] = part(x, k[i]);
                  s = sum[i](norm[j in row[i]..<k[i]](x[j]));
                  t = sum[i](logsumexp[j in 0..<k[i]](x[j] * x[0]));
                }
                """)
                .size("n", 4)
                .size("m", 4)
                .with("k", 2, 3, 1, 4)
                .with("row", 1, 0, 1, 2)
                .agree();
    }

    @Test
    void matricesMayBeSparse() {
        NotationTrial.of("""
                function product(x[n], v[z], int row[r], int column[z]) -> y[r - 1] {
                  y[i in 0..<r - 1] = sum[p in row[i]..<row[i + 1]](v[p] * x[column[p]]);
                }
                """)
                .size("n", 4)
                .size("r", 4)
                .size("z", 4)
                .with("row", 0, 1, 1, 4)
                .with("column", 3, 1, 0, 2)
                .agree();
    }

    @Test
    void rangesMayEndAtWhatGrowsWithAnotherIndex() {
        NotationTrial.of("""
                function uneven(x[n]) -> s, t, u {
                  s = sum[i in 0..<n](norm[j in 0..div(i, 2)](x[j]));
                  t = sum[i in 0..<n](prod[j in 0..mod(i, 3)](x[j]));
                  u = sum[i in 0..2](logsumexp[j in 0..i * i](x[j]));
                }
                """).size("n", 5).agree();
    }

    /** The class would be refused, or Java's compiler busy for hours, if each of the dimensions had an array of its own. */
    @Test
    void arraysMayHaveDozensOfDimensions() {
        String sizes = IntStream.range(0, 40).mapToObj(k -> "n" + k).collect(Collectors.joining(", "));
        String zeros = IntStream.range(0, 39).mapToObj(k -> "0, ").collect(Collectors.joining());
        NotationTrial trial =
                NotationTrial.of("function deep(x[" + sizes + "]) -> y { y = sum[i](x[" + zeros + "i]^2); }");
        for (int k = 0; k < 40; k++) {
            trial.size("n" + k, k == 39 ? 3 : 1);
        }
        trial.agree();
    }

    @Test
    void literalExtentsAgree() {
        NotationTrial.of("""
                function literal(x[3], A[3, 3]) -> y[3], q {
                  y[i] = sum[j](A[i, j] * x[j]);
                  q = sum[i](x[i] * y[i]);
                }
                """).agree();
    }

    // ---- reductions

    @Test
    void reductionsAgree() {
        NotationTrial trial = NotationTrial.of("""
                function reduced(x[n], A[n, m]) -> y[7], z[n] {
                  a = sum[i](x[i]^2);
                  b = prod[i](x[i] + 1);
                  c = min[i](sin(5 * x[i]));
                  d = max[i, j](x[i] * A[i, j]);
                  e = mean[i, j](A[i, j]^2);
                  f = logsumexp[i](3 * x[i]);
                  g = norm[i, j](A[i, j] - x[i]);
                  y = [a, b, c, d, e, f, g];
                  z[i] = max[j](A[i, j]) + prod[j](A[i, j]) + logsumexp[j](A[i, j]) + norm[j](A[i, j]) + min[j](A[i, j]);
                }
                """);
        trial.size("n", 4).size("m", 3).agree();
        trial.size("n", 1).size("m", 1).agree();
    }

    @Test
    void nestedReductionsAgree() {
        NotationTrial.of("""
                function nested(x[n], A[n, m]) -> y, z[n] {
                  y = logsumexp[i](x[i] * prod[j](A[i, j])) / mean[i](max[j in 0..<m-1](A[i, j] * A[i, j+1]));
                  z[k] = sum[i in 0..<k](norm[j in i..<m](A[k, j]) * x[i]);
                }
                """).size("n", 3).size("m", 4).agree();
    }

    @Test
    void emptyRangesGiveTheirNeutralNumbers() {
        NotationTrial.Numbers found =
                NotationTrial.of("""
                function empty(x[n], a) -> y[6] {
                  y = [a + sum[i](x[i]), a * prod[i](x[i]), min[i](x[i]), max[i](x[i]), logsumexp[i](x[i]), norm[i](x[i])];
                }
                """).size("n", 0).with("a", 2).agreeAtEdge();
        double infinity = Double.POSITIVE_INFINITY;
        assertArrayEquals(new double[] {2, 2, infinity, -infinity, -infinity, 0}, found.values());
        assertEquals(1, found.jacobian()[0][0]);
    }

    @Test
    void rangesWithoutPlacesAgree() {
        NotationTrial.of("""
                function empty(x[n], a) -> y[4], z[0], q {
                  y = [a + sum[i in 0..<0](x[i]), a * prod[i in 2..<2](x[i]), norm[i in 3..1](x[i]) + norm[i in 0..<n-5](x[i])^2, a * prod[i in n..<1](x[i])];
                  z[i in 0..<0] = x[i];
                  q = a;
                  for t in 1..0 {
                    q = q * x[t];
                  }
                }
                """).size("n", 2).agree();
    }

    @Test
    void emptyRangesWithinAnIndexedDefinitionAgree() {
        NotationTrial.of("""
                function prefix(x[n]) -> y[n], z[n] {
                  y[i] = x[i] * prod[j in 0..<i](x[j]) + sum[j in i+1..<n](x[j]);
                  z[i] = norm[j in 0..<i](x[j]) * x[i];
                }
                """).size("n", 4).agree();
    }

    @Test
    void arraysWithoutElementsAgree() {
        NotationTrial.of("""
                function none(x[n], A[n, m], b) -> y[n], s {
                  y[i] = sum[j](A[i, j]) * x[i] * b;
                  s = sum[i](y[i]) + b^2;
                }
                """).size("n", 0).size("m", 3).agree();
    }

    // ---- calls

    @Test
    void callsTakeSlices() {
        NotationTrial.of("""
                function dot(a[k], b[k]) -> s {
                  s = sum[i](a[i] * b[i]);
                }
                function gram(A[n, m], x[m]) -> G[n, n], y[n] {
                  G[i, j] = dot(A[i, :], A[j, :]);
                  y[i] = dot(A[i, :], x) * dot(G[:, i], G[i, :]);
                }
                """).size("n", 3).size("m", 2).agree();
    }

    @Test
    void callsStandInsideIndexedDefinitions() {
        NotationTrial.of("""
                function turned(a, b, c) -> u, v {
                  s = sin(c);
                  u = a * cos(c) - b * s;
                  v = a * s + b * cos(c);
                }
                function smooth(x[n]) -> y[n] {
                  t = sum[i](x[i]);
                  y[i] = x[i] / t;
                }
                function all(x[n], v[n], A[n, m], c) -> q[n], r[n], P[n, m], s {
                  (q[i], r[i]) = turned(x[i], v[i], c * x[i]);
                  P[i, :] = smooth(A[i, :]);
                  z = smooth(q);
                  s = sum[i](z[i] * r[i]);
                }
                """).size("n", 3).size("m", 2).agree();
    }

    @Test
    void callsHaveSeveralArrays() {
        NotationTrial.of("""
                function parts(x[n], y[m]) -> A[n, m], s[n], t {
                  A[i, j] = x[i] * y[j];
                  s[i] = sum[j](A[i, j]^2);
                  t = sum[i](s[i]);
                }
                function both(x[n], y[m]) -> B[n, m], z {
                  (A, s, t) = parts(x, y);
                  (B, u, w) = parts(s, y);
                  z = t * w + sum[i, j](A[i, j] * B[i, j]) + sum[i](u[i]);
                }
                """).size("n", 2).size("m", 3).agree();
    }

    @Test
    void callsWithinReductionsAgree() {
        NotationTrial.of("""
                function residual(a[3], b[2], int k) -> r {
                  s = sum[i](b[i]^2) + k;
                  r = if k > 0 then a[k] * s else a[0] / s;
                }
                function cost(cam[c, 3], p[m, 2], int obs[m]) -> y, r[m] {
                  r[i] = residual(cam[obs[i], :], p[i, :], mod(i, 3));
                  y = sum[i](residual(cam[obs[i], :], p[m-1-i, :], 1)^2);
                }
                """).size("c", 2).size("m", 4).with("obs", 1, 0, 1, 1).agree();
    }

    // ---- statements

    @Test
    void literalsAndCopiesOfArraysAgree() {
        NotationTrial.of("""
                function literals(a, b, x[3]) -> y[2, 2], z[3], s {
                  M = [[a, b], [1, a * b]];
                  r = [a, sin(b), 2];
                  z = x;
                  z[i] = z[i] * r[i] + x[2-i];
                  y[i, j] = sum[k](M[i, k] * M[k, j]);
                  s = M[1, 0] + r[2] * a;
                }
                """).agree();
    }

    @Test
    void redefinitionsSeeTheOldArray() {
        NotationTrial.of("""
                function again(x[n]) -> x[n], y[n - 1] {
                  x[i] = x[i]^2 + x[0];
                  x[i] = x[i] * x[n-1-i];
                  y[i in 0..<n-1] = x[i+1] - x[i];
                  y[i in 0..<n-1] = y[i] * x[i];
                }
                """).size("n", 4).agree();
    }

    @Test
    void sizesAreNumbers() {
        NotationTrial.of("""
                function numbers(x[n, m], int k) -> y[n, m], z[k + 1] {
                  y[i, j] = x[i, j] * (n - i) / m + k * j;
                  z[i in 0..k] = x[0, 0]^2 * i / (k + 1);
                }
                """).size("n", 2).size("m", 3).with("k", 2).agree();
    }

    // ---- loops

    @Test
    void carriedNamesAgree() {
        NotationTrial trial = NotationTrial.of("""
                function recurrent(x[T, d], U[k, k], W[k, d], h0[k], v[k]) -> y[T], h[k], s {
                  h[j] = h0[j];
                  s = 0;
                  for t in 0..<T {
                    a[j] = sum[l](U[j, l] * h[l]) + sum[i](W[j, i] * x[t, i]);
                    h[j] = tanh(a[j]);
                    u = sum[j](v[j] * h[j]);
                    y[t] = u;
                    s = s + u^2 * t;
                  }
                }
                """);
        trial.size("T", 3).size("d", 2).size("k", 2).agree();
        trial.size("T", 1).agree();
        trial.size("T", 0).agree();
    }

    @Test
    void loopsRunBackwards() {
        NotationTrial.of("""
                function backwards(x[T], a) -> y[T], s {
                  s = a;
                  for t in 0..<T {
                    s = sin(s * x[T-1-t]) + x[t];
                    y[t] = s^2;
                  }
                }
                """).size("T", 4).agree();
    }

    @Test
    void loopsNest() {
        NotationTrial.of("""
                function nested(A[n, m], a) -> y[n], Z[n, m], s {
                  s = a;
                  q = 1;
                  for i in 0..<n {
                    p = s;
                    for j in 0..<m {
                      p = p * A[i, j] + s;
                      Z[i, j] = p * q;
                    }
                    s = sin(p);
                    q = q + s * p;
                    y[i] = s * q;
                  }
                }
                """).size("n", 3).size("m", 2).agree();
    }

    @Test
    void loopsHaveTrianglesAndIntegerBounds() {
        NotationTrial.of("""
                function steps(x[n], int k, a) -> s, r {
                  s = a;
                  r = 1;
                  for i in 1..<n {
                    for j in 0..<i {
                      s = s * x[j] + x[i];
                    }
                  }
                  for t in 0..k {
                    r = r * a + s / (t + 1);
                  }
                }
                """).size("n", 4).with("k", 3).agree();
    }

    @Test
    void loopsCarrySeveralNamesAtOnce() {
        NotationTrial.of("""
                function verlet(q, p, h, int n) -> q, p, Q[n, 2] {
                  for t in 0..<n {
                    m = p - h / 2 * sin(q);
                    q = q + h * m;
                    p = m - h / 2 * sin(q);
                    Q[t, i in 0..<2] = if i == 0 then q else p * q;
                  }
                }
                """).with("n", 4).agree();
    }

    @Test
    void callsStandInsideLoops() {
        NotationTrial.of("""
                function field(y[2], a) -> d[2] {
                  d = [y[0] * (a - y[1]), y[1] * (y[0] - 1)];
                }
                function euler(y0[2], a, int n, h) -> Y[n, 2], y[2] {
                  y = y0;
                  for t in 0..<n {
                    k = field(y, a);
                    z[i] = y[i] + h / 2 * k[i];
                    k = field(z, a);
                    y[i] = y[i] + h * k[i];
                    Y[t, :] = field(y, a * t);
                  }
                }
                """).with("n", 3).agree();
    }

    @Test
    void loopsInsideCalledFunctionsAgree() {
        NotationTrial.of("""
                function horner(c[n], x) -> y {
                  y = 0;
                  for k in 0..<n {
                    y = y * x + c[n-1-k];
                  }
                }
                function table(c[m, n], x[k]) -> T[m, k], s {
                  T[i, j] = horner(c[i, :], x[j]);
                  s = sum[i](horner(T[i, :], x[0]));
                }
                """).size("m", 2).size("n", 3).size("k", 2).agree();
    }

    // ---- branches

    @Test
    void branchesOnIndicesAgree() {
        NotationTrial.of("""
                function edges(x[n], int idx[n]) -> y[n], s {
                  y[i] = if i > 0 and i < n - 1 then x[i-1] * x[i+1] else x[i]^2;
                  s = sum[i](if idx[i] >= 0 then x[idx[i]] * y[i] else log(x[i]));
                }
                """).size("n", 4).with("idx", 2, -1, 0, -5).agree();
    }

    @Test
    void branchesOnValuesAgree() {
        NotationTrial.of("""
                function values(x[n], a) -> y[n], m {
                  y[i] = if x[i] > 1 then log(x[i]) else if x[i] < 0.5 then a * x[i] else sqrt(x[i]);
                  m = max[i](if x[i] > a then y[i] * a else sum[j in 0..i](y[j]^2));
                }
                """).size("n", 7).agree();
    }

    @Test
    void branchesNotTakenContributeNothing() {
        NotationTrial.Numbers found =
                NotationTrial.of("""
                function guarded(x[n]) -> y[n] {
                  y[i] = if x[i] > 0 then log(x[i]) else 0;
                }
                """).size("n", 3).with("x", 1, 0, -1).agreeAtEdge();
        assertArrayEquals(new double[] {0, 0, 0}, found.values());
        assertArrayEquals(new double[] {1, 0, 0}, found.jacobian()[0]);
        assertArrayEquals(new double[] {0, 0, 0}, found.jacobian()[1]);
    }

    @Test
    void branchesInsideLoopsAgree() {
        NotationTrial.of("""
                function clipped(x[T], a) -> s, y[T] {
                  s = a;
                  for t in 0..<T {
                    u = s * x[t];
                    s = if u > 1 then sqrt(u) else if t == 0 then u^2 else u * a;
                    y[t] = if mod(t, 2) == 0 then s else u;
                  }
                }
                """).size("T", 5).agree();
    }

    // ---- schedules

    @Test
    void loopsOfAsManyRoundsStayApart() {
        NotationTrial.of("""
                function twice(x[n]) -> z[n] {
                  a = 1;
                  b = 1;
                  for t in 0..<n {
                    a = a * x[t];
                    y[t] = a;
                  }
                  for s in 0..<n {
                    b = b + y[n-1-s];
                    z[s] = b;
                  }
                }
                """).size("n", 3).agree();
    }

    @Test
    void aProductWithinRoundsIsNoRoundOfThem() {
        NotationTrial.of("""
                function gathered(x, int w[3]) -> v {
                  out[j in 0..1, o in 0..1] = x;
                  v = 0;
                  for t in 0..<2 {
                    v = prod[p](v - out[w[w[mod(p, 3)]], p]);
                  }
                }
                """).with("w", 0, 1, 1).agree();
    }

    @Test
    void anElementThatNothingIsAddedToNeedNotExist() {
        NotationTrial trial = NotationTrial.of("""
                function first(x[n], y[n]) -> z[n], s {
                  z[i] = x[i] * x[0] + y[n-1];
                  s = 1 + sum[i, j in 0..<i](z[i] * y[j] * x[1]);
                }
                """);
        trial.size("n", 0).agree();
        trial.size("n", 1).agree();
        trial.size("n", 3).agree();
    }

    @Test
    void whatALoopWithoutRoundsCarriesKeepsItsDerivative() {
        NotationTrial trial = NotationTrial.of("""
                function replaced(const y[n], v[m], c) -> b[n] {
                  for t in 0..<m {
                    y[o in 0..<n] = c;
                  }
                  b[l] = exp(y[l] / 4) * c;
                }
                """);
        trial.size("n", 2).size("m", 0).agree();
        trial.size("n", 2).size("m", 2).agree();
    }

    @Test
    void productsOverRangesOfUnevenLengthAgree() {
        NotationTrial.of("""
                function uneven(x[4]) -> y[4], z {
                  y[p in 0..3] = prod[i in p..3](x[i]);
                  z = 0;
                  for t in 0..<3 {
                    z = z + prod[i in t+1..3](x[i]);
                  }
                }
                """).agree();
    }

    @Test
    void aStatementMayHaveHundredsOfTerms() {
        String terms = IntStream.range(1, 500).mapToObj(k -> "x[i] * " + k).collect(Collectors.joining(" + "));
        NotationTrial.of("function long_(x[n]) -> y { y = sum[i](" + terms + "); }")
                .size("n", 2)
                .agree();
    }

    // ---- names

    @Test
    void parametersMayBearTheNameOfTheWorkSpace() {
        NotationTrial.of("""
                function named(work[2, 4], length) -> value {
                  z[i, j] = sin(work[i, j] * length);
                  value = sum[i, j](z[1-i, 3-j] * work[i, j]^2);
                }
                """).agree();
    }

    @Test
    void functionsOfConstantsHaveGradientsOfNothing() {
        NotationTrial.of("""
                function constant(const w[n]) -> u {
                  u = sum[i](w[i]^2);
                }
                """).size("n", 2).agree();
    }
}
