package dev.adjc.check;

import static dev.adjc.check.Findings.accept;
import static dev.adjc.check.Findings.expect;
import static dev.adjc.check.Findings.help;
import static dev.adjc.check.Findings.sentence;

import org.junit.jupiter.api.Test;

class ArrayCheckTest {

    // ---- ranges of indices

    @Test
    void anIndexTakesTheExtentOfEveryArrayInWhichItStandsAlone() {
        accept("function f(X[N,D], V[D,M]) -> Q[N,M] { Q[n,m] = sum[d](X[n,d] * V[d,m]); }");
        sentence(
                "function f(A[n,m], x[k]) -> y[n] { y[i] = sum[j](A[i,j] * x[j]); }",
                "`A` and `x` disagree on the size that `j` runs over");
        sentence(
                "function f(A[n,m]) -> y { y = sum[i](A[i,i]); }",
                "two dimensions of `A` disagree on the size that `i` runs over");
    }

    @Test
    void integerArraysConditionsBranchesAndOldValuesGiveRanges() {
        accept("function f(x[n], int k[m]) -> y[m] { y[i] = x[k[i]]; }");
        accept("function f(x[n], c) -> y[n] { y[i] = if x[i] > c then 1 else 2 * c; }");
        expect("function f(x[n], z[m], c) -> y { y[i] = if x[i] > c then z[i] else c; }", "E0501");
        accept("function f(x[n]) -> x { x[i] = i * x[i]; }");
        expect("function f(x[n], z[m]) -> x { x[i] = x[i] + z[i]; }", "E0501");
    }

    @Test
    void aSliceInACallGivesARange() {
        String total = "function total(x[n]) -> s { s = sum[i](x[i]); } ";
        accept(total + "function f(A[n,m]) -> y[n] { y[i] = total(A[i,:]); }");
        expect(total + "function f(A[n,m], b[k]) -> y { y[i] = total(A[i,:]) + b[i]; }", "E0501");
    }

    @Test
    void anInnerReductionMayBindTheNameAgain() {
        accept("function f(x[n], z[m]) -> y[n] { y[i] = x[i] + sum[i](z[i]); }");
    }

    @Test
    void laterRangesOfAReductionGiveARangeToItsEarlierIndices() {
        accept("function f(x[n], int k[m]) -> y { y = sum[i, j in 0..<k[i]](x[j]); }");
        accept("function f(L[n,n]) -> y { y = sum[i, j in 0..i](L[i,j]^2); }");
    }

    @Test
    void withARangeUsesNeedNotAgree() {
        accept("function f(x[n], z[m]) -> y { y = sum[i in 0..<3](x[i] * z[i]); }");
        accept("function f(x[n]) -> d[n-1] { d[i in 0..<n-1] = x[i+1] - x[i]; }");
    }

    @Test
    void affineFormsThatAreEqualAreOneSize() {
        accept("function f(x[n+m-1], a[n], b[m]) -> y { z[i in 0..<m-1+n] = a[0] * b[0]; y = sum[i](x[i] * z[i]); }");
        expect("function f(x[15], a[n]) -> y { y = sum[i](x[i] * a[i]); }", "E0501");
    }

    @Test
    void anIndexThatNothingRangesIsReportedUnlessSomethingElseIsWrong() {
        expect("function f(x[n]) -> y { y = sum[i](x[2*i]); }", "E0502");
        expect("function f(x[n]) -> y { y = sum[i](x[zz]); }", "E0225");
        expect("function f(x[n]) -> y { y[i] = [1, x[0]]; }", "E0527");
    }

    @Test
    void rangesOnTheLeftBeginAtZeroAndAreFixed() {
        expect("function f(x[n]) -> y { y[i in 1..<n] = x[i]; }", "E0515");
        expect("function f(x[n], a) -> y { y[i in 0..<a] = x[i]; }", "E0516");
        expect("function f(x[n], int k[m]) -> y { y[i in 0..<k[0]] = x[i]; }", "E0516");
        accept("function f(x[n], int k) -> y { y[i in 0..div(k, 2)] = x[i]; }");
    }

    // ---- names of indices

    @Test
    void anIndexDoesNotBearTheNameOfAnythingElse() {
        expect("function f(x[n]) -> y { y = sum[n](x[n]); }", "E0510");
        expect("function f(x[n]) -> y { z = 2; y = z * sum[z](x[z]); }", "E0510");
        expect("function f(x[n]) -> y { for t in 0..<n { y[t] = sum[t](x[t]); } }", "E0510");
        expect("function f(A[n,n]) -> y { y[i,i] = A[i,i]; }", "E0509");
        expect("function f(A[n,n]) -> y { y = sum[i,i](A[i,i]); }", "E0509");
    }

    @Test
    void indicesAreUnknownOutsideTheirReach() {
        expect("function f(x[n]) -> y, z { y[i] = x[i]; z = x[i]; }", "E0225");
        expect("function f(x[n]) -> y { y = sum[i](x[i]) + i; }", "E0201");
    }

    @Test
    void sizesAndIndicesAreNumbersInExpressions() {
        accept("function f(x[n]) -> y[n] { y[i] = x[i] * i / n; }");
        expect("function f(x[n]) -> y { n = 3; y = n * x[0]; }", "E0217");
    }

    // ---- elements and ranks

    @Test
    void indicesAreIntegers() {
        expect("function f(x[n]) -> y { y = x[n / 2]; }", "E0307");
        expect("function f(x[n], a) -> y { y = x[a]; }", "E0511");
        expect("function f(x[n], z[m]) -> y[m] { y[i] = x[z[i]]; }", "E0511");
        expect("function f(x[n]) -> y { y = x[mod(n, 0)]; }", "E0512");
        expect("function f(x[n]) -> y { y = x[99999999999999999999]; }", "E0513");
        expect("function f(x[n]) -> y { y = x[65536 * 65536]; }", "E0513");
        expect("function f(x[9223372036854775807]) -> y { y = x[0]; }", "E0513");
        accept("function f(l[n,m]) -> y[n] { y[k] = sum[c in 1..<3, j in 0..<c](l[k, div(c*(2*n-c-1), 2) + j]); }");
    }

    @Test
    void arraysAreReadWithOneIndexForEachDimension() {
        expect("function f(A[n,m]) -> y { y = A[0]; }", "E0503");
        expect("function f(x[n]) -> y { y = x[0, 0]; }", "E0503");
        expect("function f(x) -> y { y = x[0]; }", "E0504");
        expect("function f(x[n]) -> y { y = 1 + x; }", "E0505");
        expect("function f(A[n,m]) -> y { y = 2 * A[0,:]; }", "E0506");
        expect("function f(A[n,m]) -> y { y[i] = A[i,:]; }", "E0506");
        expect("function f(x[n], z[m]) -> y { y = x[z]; }", "E0505");
    }

    @Test
    void arraysOfAnyRankAreLegal() {
        accept("function f(T[a,b,c,d,e]) -> y[e,a] { y[m,i] = sum[j,k,l](T[i,j,k,l,m]); }");
    }

    @Test
    void copiesAndLiteralsGiveShapes() {
        accept("function f(x[n]) -> y[n] { y = x; }");
        accept("function f(a, b) -> r[3], M[2,2] { r = [a, b, 1]; M = [[a, 0], [0, b]]; }");
        expect("function f(a) -> M { M = [[a, 0], 1]; }", "E0525");
        expect("function f(a) -> r[2] { r = [a, a, a]; }", "E0535");
    }

    @Test
    void slicesAreCopiedByElements() {
        expect("function f(A[n,m], x[m]) -> y[m], s { y = A[0,:]; s = sum[j](y[j] * x[j]); }", "E0540");
        expect("function f(A[n,m]) -> B[n,m] { B[i,:] = A[i,:]; }", "E0540");
        help("function f(A[n,m,k], i) -> B { B[:,j] = A[2,:,j]; }", "write `B[l, j] = A[2, l, j];`");
        expect("function f(A[n,m]) -> B { B[i,:] = A; }", "E0526");
    }

    @Test
    void leftSidesAreRectangles() {
        sentence(
                "function f(A[n,n]) -> S { S[i, j in 0..i] = A[i,j]; }",
                "an extent of `S` is `0..i` and varies with `i`");
        expect("function f(A[n,n]) -> S { S[j in 0..<n-i, i] = A[i,j]; }", "E0522");
        accept("function f(A[n,n], int i) -> S[i+1,n] { S[j in 0..i, k] = A[j,k]; }");
    }

    @Test
    void helpNamesWhatIsKnown() {
        help("function f(x[n], k) -> y { y = k * x[k]; }", "declare `int k`");
        help(
                "function f(x[n]) -> y { y = x[3.5]; }",
                "integers are literals, sizes, indices and `int` parameters,"
                        + " and what `+ - * div mod` make of them");
        help("function f(A[n,m]) -> y { y = A(0, 1); }", "an element is written `A[0, 1]`");
        help("function f(x) -> y { y = x(1 + x); }", "to multiply, write `x * (…)`");
        help(
                "function f(x[n]) -> y { y = x[i]; }",
                "an index comes from the left side, `y[i] = …`, a reduction, `sum[i](…)`, or a loop");
        help("function f(x[count]) -> y { y = x[cuont - 1]; }", "did you mean `count`?");
        help(
                "function f(x[N, D]) -> y[N] { y[n] = sum[e](x[n, d]); }",
                "an index comes from the left side, `y[d] = …`, a reduction, `sum[d](…)`, or a loop");
        help("function f(x[n]) -> A[n, n] { A[i, i] = x[i]; }", "give each a name of its own");
        help("function f(x[n]) -> y { y = x[n]; }", "indices run from 0 to n - 1");
        expect("function f(x[n]) -> y { y = sum(i, x[i]); }", "E0142");
    }

    @Test
    void anArrayMayChangeItsShape() {
        accept("function f(x[n]) -> x { x[i in 0..<2] = x[i]; x = sum[i](x[i]); }");
    }

    // ---- what can be proved

    @Test
    void accessesThatLeaveTheirArrayForSureAreReported() {
        sentence(
                "function f(x[n]) -> y { y = sum[i in 0..n](x[i]); }",
                "this index of `x` reaches n, and the extent is n");
        expect("function f(x[3]) -> y { y = x[3]; }", "E0514");
        expect("function f(x[3]) -> y { y = x[-1]; }", "E0514");
        expect("function f(x[n]) -> y[n] { y[i] = x[i] - x[i-1]; }", "E0514");
        expect("function f(x[T]) -> y { y = 0; for t in 0..<T { y = y + x[t+1]; } }", "E0514");
    }

    @Test
    void whatMayHoldIsLeftToTheRun() {
        accept("function f(x[n]) -> y { y = x[3]; }");
        accept("function f(x[n], int k) -> y { y = x[-k]; }");
        accept("function f(x[n]) -> y[n] { y[i] = if i > 0 then x[i-1] else x[i]; }");
        accept("function f(x[n]) -> y[n] { y[i] = if i > 0 and x[i-1] > 0 then x[i] else 0; }");
        accept("function f(x[n], L[n,n]) -> y { y = sum[i, j in 0..<i](L[i,j] * x[i-1]); }");
        accept("function f(u[n]) -> y[n] { y[i in 0..<n] = u[mod(i+1, n)] - u[mod(i-1, n)] + u[n-1-i]; }");
        accept("function f(x[n], int k[m]) -> y[m] { y[i] = if k[i] >= 0 then x[k[i]] else 0; }");
    }

    @Test
    void rangesThatHaveNoPlaceReachNothing() {
        accept("function f(x[n]) -> y { y = sum[i in 0..<0](x[i + n]) + sum[i in 3..2](x[i]); }");
        accept("function f(x[n]) -> y { y = sum[i in n..<1](x[i]); }");
        expect("function f(x[n]) -> y { y = sum[i in 0..<n-1](x[i+2]); }", "E0514");
    }

    // ---- heads of functions

    @Test
    void sizesOfParametersAreSolved() {
        accept("function f(x[n+k-1], w[k]) -> y[n] { y[i in 0..<n] = sum[j](w[j] * x[i+j]); }");
        accept("function f(A[n, 2*n]) -> y { y = sum[i,j](A[i,j]); }");
        accept("function f(x[2*m]) -> y[m] { y[i in 0..<m] = x[2*i]; }");
        accept("function f(int k, x[k]) -> y { y = sum[i in 0..<k](x[i]); }");
        expect("function f(x[n+m]) -> y { y = sum[i](x[i]); }", "E0532");
        expect("function f(x[n], z[n*n]) -> y { y = x[0] * z[0]; }", "E0533");
        expect("function f(a, x[a]) -> y { y = a * x[0]; }", "E0534");
        expect("function f(x[2-3]) -> y { y = x[0]; }", "E0536");
        expect("function f(x[n/2]) -> y { y = x[0]; }", "E0307");
    }

    @Test
    void outputsHaveTheShapeThatTheyAreDeclaredWith() {
        expect("function f(x[n], z[m]) -> y[m] { y[i] = x[i] * z[0]; }", "E0535");
        expect("function f(x[n]) -> y[n] { y = x[0]; }", "E0535");
        expect("function f(x[n]) -> y[k] { y[i] = x[i]; }", "E0225");
        accept("function f(x[n], int k) -> y[k+1] { y[i in 0..k] = x[i]; }");
    }

    @Test
    void whatABrokenStatementMayDefineHasNoShapeThatIsKnown() {
        expect("function f(x[n]) -> y { x = [1, 2; y = x[0, 1] + sum[i](x[i]); }", "E0121");
    }

    // ---- warnings

    @Test
    void aSizeThatIsReadUsesItsParameter() {
        expect("function f(x[n], z) -> y { y = n * z; }", "W0003");
        expect("function f(x[n], z) -> y { y = z; }", "W0002");
        accept("function f(const x[n], z) -> y { y = n * z; }");
    }

    @Test
    void definitionsOfArraysThatNothingUsesAreReported() {
        expect("function f(x[n]) -> y { z[i] = 2 * x[i]; y = x[0]; }", "W0001");
    }

    @Test
    void aGatherUsesItsIndicesAndDerivativesDoNotFlowThroughThem() {
        accept("function f(x[n], int k[m]) -> y { y = sum[i](x[k[i]]); }");
        expect("function f(x, int k[m]) -> y, z { y = x; z = sum[i](floor(x) * k[i]); }", "W0006");
    }
}
