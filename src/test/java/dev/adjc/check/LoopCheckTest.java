package dev.adjc.check;

import static dev.adjc.check.Findings.accept;
import static dev.adjc.check.Findings.expect;
import static dev.adjc.check.Findings.sentence;

import org.junit.jupiter.api.Test;

class LoopCheckTest {

    @Test
    void aRecurrenceCarriesAndCollects() {
        accept("""
                function rnn(x[T,I], W[J,I], U[J,J], h0[J], b[J], v[J]) -> y[T], h[J] {
                  h[j] = h0[j];
                  for t in 0..<T {
                    h[j] = tanh(sum[k](U[j,k] * h[k]) + sum[i](W[j,i] * x[t,i]) + b[j]);
                    y[t] = sum[j](v[j] * h[j]);
                  }
                }
                """);
    }

    @Test
    void loopsNestAndCollectOverBothIndices() {
        accept("""
                function f(A[n,m]) -> S[n,m], total {
                  total = 0;
                  for i in 0..<n {
                    row = 0;
                    for j in 0..<m {
                      row = row + A[i,j];
                      S[i,j] = row;
                    }
                    total = total + row;
                  }
                }
                """);
    }

    @Test
    void whatAnInnerLoopCollectsIsKnownAfterIt() {
        accept("""
                function f(A[n,m]) -> y[n] {
                  for i in 0..<n {
                    for j in 0..<m { r[j] = 2 * A[i,j]; }
                    y[i] = sum[j](r[j]);
                  }
                }
                """);
    }

    @Test
    void slabsAreCollectedWholeAndAtAnyPlaceOnTheLeft() {
        accept("function f(x[n], int T) -> Y[n,T] { for t in 0..<T { Y[i,t] = x[i] * t; } }");
        accept("""
                function twice(x[n]) -> y[n] { y[i] = 2 * x[i]; }
                function f(X[T,n]) -> Y[T,n] { for t in 0..<T { Y[t,:] = twice(X[t,:]); } }
                """);
    }

    @Test
    void boundsAreFixedBeforehand() {
        accept("function f(x, int k) -> y { y = x; for t in 1..k { for s in t..<k { y = y * x; } } }");
        expect("function f(x, a) -> y { y = x; for t in 0..<a { y = y * x; } }", "E0517");
        expect("function f(x, int k[n]) -> y { y = x; for t in 0..<k[0] { y = y * x; } }", "E0517");
        expect("function f(x, int k) -> y { y = x; for t in 0..<k/2 { y = y * x; } }", "E0307");
        expect("function f(x) -> y { y = x; for t in 0..<inf { y = y * x; } }", "E0517");
    }

    @Test
    void whatOnlyARoundKnowsIsUnknownAfterTheLoop() {
        sentence(
                "function f(x[T]) -> y { for t in 0..<T { s = x[t]; } y = s; }",
                "`s` is defined in the loop over `t` and unknown after it");
        expect("function f(x[T]) -> y { for t in 0..<T { y = x[t]; } }", "E0224");
        expect("function f(x[T]) -> y { y = 0; for t in 0..<T { y = y + s; s = x[t]; } }", "E0202");
        accept("function f(x[T]) -> y { y = 0; for t in 0..<T { s = x[t]; y = y + s; } s = 2; y = y * s; }");
    }

    @Test
    void theIndexOfALoopIsANameOfItsOwn() {
        expect("function f(x) -> y { y = 1; for x in 0..<3 { y = y * 2; } }", "E0510");
        expect("function f(x) -> y { y = x; for t in 0..<3 { for t in 0..<3 { y = y * x; } } }", "E0510");
        accept("function f(x) -> y { y = x; for t in 0..<3 { y = y * x; } for t in 0..<3 { y = y + t; } }");
        expect("function f(x) -> y { y = x; for t in 0..<3 { t = 2; y = y * t; } }", "E0217");
    }

    @Test
    void carriedNamesKeepTheirShape() {
        sentence(
                "function f(x[n]) -> h { h = x; for t in 0..<3 { h[i in 0..<n-1] = h[i]; } }",
                "the loop over `t` carries `h` as `[n]`, and here it becomes `[n - 1]`");
        expect("function f(x[n]) -> h { h = x; for t in 0..<3 { h = sum[i in 0..<n](x[i]); } }", "E0524");
        accept("function f(x[n]) -> y { y = 0; for t in 0..<n { a[i in 0..t] = x[i]; y = y + sum[i](a[i]^2); } }");
    }

    @Test
    void collectedArraysAreReadAfterTheLoopAlone() {
        sentence(
                "function f(x[T]) -> y { for t in 0..<T { y[t] = x[t] + (if t > 0 then y[t-1] else 0); } }",
                "`y` is collected over `t` and not complete before that loop ends");
        expect("""
                function f(A[n,m]) -> y { for i in 0..<n { for j in 0..<m { y[i,j] = A[i,j]; } z[i] = y[i,0]; } }
                """, "E0518");
        accept("function f(x[T]) -> z { for t in 0..<T { y[t] = x[t]^2; } z = sum[t](y[t]); }");
    }

    @Test
    void aNameIsCollectedOnceAndIntoNothingElse() {
        expect("function f(x[T]) -> y { y = x; for t in 0..<T { y[t] = 2 * x[t]; } }", "E0519");
        expect("function f(y[T]) -> y { for t in 0..<T { y[t] = 2 * t; } }", "E0519");
        expect("function f(x[T]) -> y { for t in 0..<T { y[t] = x[t]; y[t] = 2 * x[t]; } }", "E0520");
        expect("function f(x[T]) -> y { for t in 0..<T { y[t] = x[t]; y = 2; } }", "E0520");
    }

    @Test
    void eachRoundHasAPlaceOfItsOwn() {
        expect("function f(x[T]) -> y { for t in 1..<T { y[t] = x[t]; } }", "E0521");
        expect("function f(A[n,m]) -> y { for i in 0..<n { for j in 0..<m { y[i] = A[i,j]; } } }", "E0523");
        expect("function f(A[n,n]) -> y { for i in 0..<n { for j in 0..<i { y[i,j] = A[i,j]; } } }", "E0522");
        expect("function f(x[T]) -> y { for t in 0..<T { y[t, i in 0..<t] = x[i]; } }", "E0522");
    }

    @Test
    void aDerivativeFlowsThroughWhatIsCarried() {
        accept("function f(x[T]) -> y { y = 0; for t in 0..<T { y = y + x[t]; } }");
        expect("function f(x[T]) -> y { y = 0; for t in 0..<T { y = floor(y); y = y + x[t]; } }", "W0006");
        accept("function f(x, int k) -> y { h = 1; for t in 0..<k { h = floor(h) + 1; } y = h * x; }");
    }

    @Test
    void aCarriedNameThatNothingReadsIsUnused() {
        expect("function f(x) -> y { h = 1; for t in 0..<3 { h = x * t; } y = x; }", "W0001", "W0001");
    }
}
