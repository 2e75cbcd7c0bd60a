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
import dev.adjc.operator.special.Inverse;
import java.util.List;

/** Trigonometric and hyperbolic functions and their inverses. */
public final class Trigonometry {
    private Trigonometry() {}

    public static final Operator SIN = function("sin", 1)
            .java(Math.class, "sin")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Trigonometry.COS, X)))
            .sampled(-6, 6)
            .at(0, 0, 1)
            .source("DLMF 4.20.1");
    public static final Operator COS = function("cos", 1)
            .java(Math.class, "cos")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(SIN, X).negated()))
            .sampled(-6, 6)
            .at(0, 1, 0)
            .source("DLMF 4.20.2");
    public static final Operator TAN = function("tan", 1)
            .java(Math.class, "tan")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(ONE.plus(RESULT.times(RESULT))))
            .sampled(-1.4, 1.4)
            .at(0, 0, 1)
            .source("DLMF 4.20.3");
    public static final Operator ASIN = function("asin", 1)
            .java(Math.class, "asin")
            .partials(() -> List.of(apply(Trigonometry.ASIN_DX, X)))
            .sampled(-0.95, 0.95)
            .at(1, Math.PI / 2, Double.POSITIVE_INFINITY)
            .at(-1, -Math.PI / 2, Double.POSITIVE_INFINITY)
            .at(2, Double.NaN, Double.NaN)
            .note("at 1 and -1 the derivative is inf")
            .source("DLMF 4.24.7");
    public static final Operator ACOS = function("acos", 1)
            .java(Math.class, "acos")
            .partials(() -> List.of(apply(Trigonometry.ASIN_DX, X).negated()))
            .sampled(-0.95, 0.95)
            .at(1, 0, Double.NEGATIVE_INFINITY)
            .at(-1, Math.PI, Double.NEGATIVE_INFINITY)
            .at(2, Double.NaN, Double.NaN)
            .note("at 1 and -1 the derivative is -inf")
            .source("DLMF 4.24.8");
    public static final Operator ATAN = function("atan", 1)
            .java(Math.class, "atan")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Trigonometry.ATAN_DX, X)))
            .sampled(-3, 3)
            .at(0, 0, 1)
            .at(1, Math.PI / 4, 0.5)
            .source("DLMF 4.24.9");
    public static final Operator ATAN2 = function("atan2", 2)
            .java(Math.class, "atan2")
            .partials(() -> List.of(apply(Trigonometry.ATAN2_DY, X, Y), apply(Trigonometry.ATAN2_DX, X, Y)))
            .sampled(-3, 3)
            .sampled(0.2, 3)
            .at(0, 0, 0, Double.NaN, Double.NaN)
            .at(1, 1, Math.PI / 4, 0.5, -0.5)
            .note("atan2(y, x); no derivative at the origin")
            .named("y", "x")
            .source("DLMF 4.23.31");
    public static final Operator SINH = function("sinh", 1)
            .java(Math.class, "sinh")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Trigonometry.COSH, X)))
            .sampled(-3, 3)
            .at(0, 0, 1)
            .source("DLMF 4.34.1");
    public static final Operator COSH = function("cosh", 1)
            .java(Math.class, "cosh")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(SINH, X)))
            .sampled(-3, 3)
            .at(0, 1, 0)
            .source("DLMF 4.34.2");
    public static final Operator TANH = function("tanh", 1)
            .java(Math.class, "tanh")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(ONE.minus(RESULT).times(ONE.plus(RESULT))))
            .sampled(-3, 3)
            .at(0, 0, 1)
            .note("the derivative is taken from the result: its absolute error stays below 2^-53")
            .source("DLMF 4.34.8");
    public static final Operator ASINH = function("asinh", 1)
            .copied(Inverse.class, "asinh")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Trigonometry.ASINH_DX, X)))
            .sampled(-3, 3)
            .at(0, 0, 1)
            .source("DLMF 4.38.2");
    public static final Operator ACOSH = function("acosh", 1)
            .copied(Inverse.class, "acosh")
            .partials(() -> List.of(apply(Trigonometry.ACOSH_DX, X)))
            .sampled(1.1, 9)
            .at(1, 0, Double.POSITIVE_INFINITY)
            .at(0, Double.NaN, Double.NaN)
            .note("at 1 the derivative is inf")
            .source("DLMF 4.38.5");
    public static final Operator ATANH = function("atanh", 1)
            .copied(Inverse.class, "atanh")
            .partials(() -> List.of(apply(Trigonometry.ATANH_DX, X)))
            .sampled(-0.95, 0.95)
            .at(0, 0, 1)
            .at(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(2, Double.NaN, Double.NaN)
            .note("at 1 and -1 the derivative is inf")
            .source("DLMF 4.38.9");

    // Partials that are more than a formula.

    public static final Operator ASIN_DX = internal("asin_dx", 1)
            .copied(Inverse.class, "asinDx")
            .partials(() -> List.of(X.times(RESULT.times(RESULT).times(RESULT))))
            .sampled(-0.9, 0.9)
            .formula("1/sqrt(1 - x^2)")
            .source("DLMF 4.24.7");
    public static final Operator ATAN_DX = internal("atan_dx", 1)
            .copied(Inverse.class, "atanDx")
            .partials(() -> List.of(X.times(RESULT.times(RESULT)).times(number(-2))))
            .sampled(-3, 3)
            .formula("1/(1 + x^2)")
            .source("DLMF 4.24.9");
    public static final Operator ATAN2_DY = internal("atan2_dy", 2)
            .copied(Inverse.class, "atan2Dy")
            .sampled(-3, 3)
            .sampled(0.2, 3)
            .formula("x/(x^2 + y^2)")
            .named("y", "x")
            .source("DLMF 4.23.31");
    public static final Operator ATAN2_DX = internal("atan2_dx", 2)
            .copied(Inverse.class, "atan2Dx")
            .sampled(-3, 3)
            .sampled(0.2, 3)
            .formula("-y/(x^2 + y^2)")
            .named("y", "x")
            .source("DLMF 4.23.31");
    public static final Operator ASINH_DX = internal("asinh_dx", 1)
            .copied(Inverse.class, "asinhDx")
            .partials(() -> List.of(X.times(RESULT.times(RESULT).times(RESULT)).negated()))
            .sampled(-3, 3)
            .formula("1/sqrt(1 + x^2)")
            .source("DLMF 4.38.2");
    public static final Operator ACOSH_DX = internal("acosh_dx", 1)
            .copied(Inverse.class, "acoshDx")
            .partials(() -> List.of(X.times(RESULT.times(RESULT).times(RESULT)).negated()))
            .sampled(1.2, 9)
            .formula("1/sqrt(x^2 - 1)")
            .source("DLMF 4.38.5");
    public static final Operator ATANH_DX = internal("atanh_dx", 1)
            .copied(Inverse.class, "atanhDx")
            .partials(() -> List.of(X.times(RESULT.times(RESULT)).times(number(2))))
            .sampled(-0.9, 0.9)
            .formula("1/(1 - x^2)")
            .source("DLMF 4.38.9");
}
