package dev.adjc.operator;

import static dev.adjc.operator.Formula.ONE;
import static dev.adjc.operator.Formula.RESULT;
import static dev.adjc.operator.Formula.X;
import static dev.adjc.operator.Formula.Y;
import static dev.adjc.operator.Formula.apply;
import static dev.adjc.operator.Formula.number;
import static dev.adjc.operator.Operator.function;
import static dev.adjc.operator.Operator.internal;

import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.special.Beta;
import dev.adjc.operator.special.Erf;
import dev.adjc.operator.special.Gamma;
import dev.adjc.operator.special.Polygamma;
import java.util.List;

/** Error, gamma and beta functions. */
public final class SpecialFunctions {
    private SpecialFunctions() {}

    private static final double M_2_SQRT_PI = 1.1283791670955126;

    public static final Operator ERF = function("erf", 1)
            .copied(Erf.class, "erf")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(SpecialFunctions.ERF_DX, X)))
            .sampled(-3, 3)
            .at(0, 0, M_2_SQRT_PI)
            .note("the derivative is taken from exp(-x^2)")
            .source("DLMF 7.2.1");
    public static final Operator ERFC = function("erfc", 1)
            .copied(Erf.class, "erfc")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(SpecialFunctions.ERF_DX, X).negated()))
            .sampled(-3, 6)
            .at(0, 1, -M_2_SQRT_PI)
            .note("keeps subnormal values")
            .source("DLMF 7.2.2");
    public static final Operator ERFINV = function("erfinv", 1)
            .copied(Erf.class, "erfinv")
            .partials(() -> List.of(ONE.over(apply(SpecialFunctions.ERF_DX, RESULT))))
            .sampled(-0.95, 0.95)
            .at(0, 0, 1 / M_2_SQRT_PI)
            .at(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .note("inf at 1, with derivative inf")
            .source("DLMF 7.17");
    public static final Operator NORMCDF = function("normcdf", 1)
            .copied(Erf.class, "normcdf")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(SpecialFunctions.NORMPDF, X)))
            .sampled(-5, 5)
            .at(0, 0.5, 0.3989422804014327)
            .source("DLMF 7.1");
    public static final Operator NORMPDF = function("normpdf", 1)
            .copied(Erf.class, "normpdf")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(SpecialFunctions.NORMPDF_DX, X, RESULT)))
            .sampled(-5, 5)
            .at(0, 0.3989422804014327, 0)
            .source("DLMF 7.1");
    public static final Operator LGAMMA = function("lgamma", 1)
            .copied(Gamma.class, "lgamma")
            .partials(() -> List.of(apply(SpecialFunctions.DIGAMMA, X)))
            .sampled(0.2, 9)
            .at(1, 0, -0.5772156649015329)
            .at(0, Double.POSITIVE_INFINITY, Double.NaN)
            .at(-1, Double.POSITIVE_INFINITY, Double.NaN)
            .note("log of the absolute value; inf at the poles, with derivative NaN")
            .source("DLMF 5.2.1");
    public static final Operator DIGAMMA = function("digamma", 1)
            .copied(Gamma.class, "digamma")
            .partials(() -> List.of(apply(Choices.OR_NAN, apply(SpecialFunctions.TRIGAMMA, X), RESULT)))
            .sampled(0.2, 9)
            .at(0, Double.NaN, Double.NaN)
            .at(-1, Double.NaN, Double.NaN)
            .note("NaN at the poles")
            .source("DLMF 5.2.2");
    public static final Operator TRIGAMMA = function("trigamma", 1)
            .copied(Polygamma.class, "trigamma")
            .partials(() -> List.of(apply(SpecialFunctions.TETRAGAMMA, X)))
            .sampled(0.2, 9)
            .source("DLMF 5.15.1");
    public static final Operator LBETA = function("lbeta", 2)
            .copied(Beta.class, "lbeta")
            .traits(Trait.COMMUTATIVE)
            .partials(() -> List.of(apply(SpecialFunctions.LBETA_DX, X, Y), apply(SpecialFunctions.LBETA_DX, Y, X)))
            .sampled(0.2, 9)
            .sampled(0.2, 9)
            .at(1, 1, 0, -1, -1)
            .named("a", "b")
            .source("DLMF 5.12.1");
    public static final Operator BETA = function("beta", 2)
            .copied(Beta.class, "beta")
            .traits(Trait.COMMUTATIVE)
            .partials(() -> List.of(
                    apply(SpecialFunctions.BETA_DX, X, Y, RESULT), apply(SpecialFunctions.BETA_DX, Y, X, RESULT)))
            .sampled(0.2, 9)
            .sampled(0.2, 9)
            .at(1, 1, 1, -1, -1)
            .named("a", "b")
            .source("DLMF 5.12.1");

    // Partials that are more than a formula.

    public static final Operator ERF_DX = internal("erf_dx", 1)
            .copied(Erf.class, "erfDx")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(X.times(apply(SpecialFunctions.ERF_DX, X)).times(number(-2))))
            .sampled(-3, 3)
            .formula("2/sqrt(pi) * exp(-x^2)")
            .source("DLMF 7.2.1");
    public static final Operator NORMPDF_DX = internal("normpdf_dx", 2)
            .copied(Erf.class, "normpdfDx")
            .traits(Trait.FINITE_PARTIALS)
            .sampled(-5, 5)
            .sampled(0.1, 0.4)
            .formula("-x * r")
            .named("x", "r")
            .source("DLMF 7.1");
    public static final Operator TETRAGAMMA = internal("tetragamma", 1)
            .copied(Polygamma.class, "tetragamma")
            .partials(() -> List.of(apply(SpecialFunctions.PENTAGAMMA, X)))
            .sampled(0.2, 9)
            .source("DLMF 5.15");
    public static final Operator PENTAGAMMA = internal("pentagamma", 1)
            .copied(Polygamma.class, "pentagamma")
            .sampled(0.2, 9)
            .source("DLMF 5.15");
    public static final Operator LBETA_DX = internal("lbeta_dx", 2)
            .copied(Beta.class, "lbetaDx")
            .partials(() -> List.of(
                    apply(TRIGAMMA, X).minus(apply(TRIGAMMA, X.plus(Y))),
                    apply(TRIGAMMA, X.plus(Y)).negated()))
            .sampled(0.2, 9)
            .sampled(0.2, 9)
            .formula("digamma(x) - digamma(x + y)")
            .source("DLMF 5.12.1");
    public static final Operator BETA_DX = internal("beta_dx", 3)
            .copied(Beta.class, "betaDx")
            .sampled(0.2, 9)
            .sampled(0.2, 9)
            .sampled(0.1, 3)
            .formula("r * (digamma(x) - digamma(x + y))")
            .named("x", "y", "r")
            .source("DLMF 5.12.1");
}
