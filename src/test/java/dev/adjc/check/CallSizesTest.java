package dev.adjc.check;

import static dev.adjc.check.Findings.accept;
import static dev.adjc.check.Findings.check;
import static dev.adjc.check.Findings.expect;
import static dev.adjc.check.Findings.sentence;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.adjc.ir.Index;
import dev.adjc.ir.Symbol;
import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import dev.adjc.syntax.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallSizesTest {
    private static final String DOT = "function dot(a[n], b[n]) -> y { y = sum[i](a[i] * b[i]); } ";
    private static final String TWICE = "function twice(x[n]) -> y { y[i] = 2 * x[i]; } ";
    private static final String PAIRS = "function pairs(x[2*m]) -> y { y[i in 0..<m] = x[2*i] * x[2*i+1]; } ";
    private static final String FIRST = "function first(x[n], int k) -> y { y[i in 0..<k] = x[i]; } ";

    @Test
    void argumentsAgreeOnSizes() {
        accept(DOT + "function f(u[N], A[M,N]) -> y { y[i] = dot(A[i,:], u); }");
        sentence(
                DOT + "function f(u[N], v[M]) -> y { y = dot(u, v); }",
                "`u` and `v` disagree on the size `n` of `dot`");
        expect("function cross(a[3]) -> y { y = a[0]; } function f(u[n]) -> y { y = cross(u); }", "E0530");
    }

    @Test
    void sizesComeOutWhole() {
        accept(PAIRS + "function f(u[6*n]) -> y[3*n] { y = pairs(u); }");
        expect(PAIRS + "function f(u[n]) -> y { y = pairs(u); }", "E0531");
        expect(PAIRS + "function f(u[5]) -> y { y = pairs(u); }", "E0531");
        expect("function g(x[n+3]) -> y { y = x[0]; } function f(u[2]) -> y { y = g(u); }", "E0531");
    }

    @Test
    void resultsHaveTheShapeThatTheBodyGivesThem() {
        accept(TWICE + "function f(u[k]) -> z[k] { z = twice(u); }");
        accept(TWICE + "function f(U[k,m]) -> Z[m,k] { Z[j,:] = twice(U[:,j]); }");
        expect(TWICE + "function f(u[k]) -> z[k+1] { z = twice(u); }", "E0535");
        expect(TWICE + "function f(u[k]) -> z { z = 1 + twice(u); }", "E0528");
        expect(TWICE + "function f(U[k,m]) -> z { z[i] = twice(U[i,:]); }", "E0527");
        expect("function f(x[n]) -> z { z[:] = 2 * x[0]; }", "E0526");
    }

    @Test
    void integersFixTheShapesOfResults() {
        accept(FIRST + "function f(u[n], int m) -> z[m+1] { z = first(u, m + 1); }");
        expect(FIRST + "function f(u[n], int m[k]) -> z { z = first(u, m[0]); }", "E0516");
        expect(FIRST + "function f(u[n]) -> z { z[i in 0..<3, :] = first(u, i); }", "E0522");
        accept(FIRST + "function g(u[n], int k) -> s { a = first(u, k); s = sum[i](a[i]); }"
                + " function f(u[n]) -> z[n] { z[i in 0..<n] = g(u, i); }");
    }

    @Test
    void callsWithSeveralResultsAreCarriedOutForEachIndex() {
        String advance = "function advance(x, v) -> q, r { q = x + v; r = v - x; } ";
        accept(advance + "function f(x[n], v[n]) -> q[n], r[n] { (q[i], r[i]) = advance(x[i], v[i]); }");
        expect(advance + "function f(x[n], v[n]) -> q, r { (q[i], r) = advance(x[i], v[i]); }", "E0538");
        expect(advance + "function f(x[n], v[m]) -> q, r { (q[i], r[i]) = advance(x[i], v[i]); }", "E0501");
    }

    @Test
    void argumentsHaveTheRankAndTheElementsOfTheirParameters() {
        expect(DOT + "function f(A[n,n]) -> y { y = dot(A, A[0,:]); }", "E0507");
        expect(DOT + "function f(x[n]) -> y { y = dot(x, 2); }", "E0507");
        expect(DOT + TWICE + "function f(x[n]) -> y { y = dot(x, twice(x)); }", "E0528");
        expect(DOT + "function f(x[n], int k[n]) -> y { y = dot(x, k); }", "E0508");
        expect(
                "function g(int k[n], x[m]) -> y { y = sum[i](x[k[i]]); } function f(x[n]) -> y { y = g(x, x); }",
                "E0508");
        expect("function g(x) -> y { y = x; } function f(x[n]) -> y { y = g(x); }", "E0505");
    }

    @Test
    void argumentsOfAnUnknownFunctionAreNoMistakes() {
        expect("function f(x[n], A[n,n]) -> y { y = what(x, A[0,:], 2); }", "E0203");
        expect(DOT + "function f(x[n]) -> y { y = dot(x); }", "E0303");
    }

    @Test
    void whatAMistakeInTheCalleeHidesIsNoMistakeOfTheCaller() {
        expect("function g(x[n]) -> y { y = zz; } function f(x[n]) -> y[n], z { y = g(x); z = y[0]; }", "E0201");
        expect("function g(x[n+m]) -> y[n] { y[i in 0..<n] = x[i]; } function f(x[k]) -> y { y = g(x); }", "E0532");
        expect("function g(x[n]) -> y { y = g(x); } function f(x[n]) -> y[n] { y = g(x); }", "E0211");
    }

    @Test
    void aDerivativeThatEndsAtAnArrayArgumentIsAWarning() {
        expect("function g(const x[n], z) -> y { y = z * x[0]; } function f(x[n]) -> y { y = g(x, x[0]); }", "W0005");
    }

    @Test
    void endsOfIndicesAndSizesOfCallsAreKept() {
        Checked checked = check("function f(A[p, 2*q]) -> y { y[i] = g(A[i,:]); } "
                + "function g(x[2*m]) -> s { s = sum[i in 0..<m, j](x[i] * x[j]); }");
        Statement.Definition definition = statement(checked, 0);
        assertEquals(Index.of(Symbol.of("p")), checked.shapes().end((Binder)
                definition.target().indices().get(0)));
        assertEquals(
                Map.of("m", Index.of(Symbol.of("q"))), checked.shapes().sizes((Expression.Call) definition.value()));
        Expression.Reduction sum = (Expression.Reduction) statement(checked, 1).value();
        assertEquals(
                Index.of(Symbol.of("m")).times(2),
                checked.shapes().end(sum.binders().get(1)));
    }

    private static Statement.Definition statement(Checked checked, int function) {
        Declaration.Function declared =
                (Declaration.Function) checked.declarations().get(function);
        return (Statement.Definition) declared.statements().get(0);
    }
}
