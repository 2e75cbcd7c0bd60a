package dev.adjc.operator;

import static dev.adjc.operator.Formula.ONE;
import static dev.adjc.operator.Formula.RESULT;
import static dev.adjc.operator.Formula.X;
import static dev.adjc.operator.Formula.Y;
import static dev.adjc.operator.Formula.ZERO;
import static dev.adjc.operator.Formula.apply;
import static dev.adjc.operator.Formula.number;
import static dev.adjc.operator.Operator.function;
import static dev.adjc.operator.Operator.internal;

import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.special.Inverse;
import dev.adjc.operator.special.Power;
import java.util.List;

/** Roots, exponentials, logarithms and powers. */
public final class Exponentials {
    private Exponentials() {}

    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_10 = 2.302585092994046;

    public static final Operator SQRT = function("sqrt", 1)
            .java(Math.class, "sqrt")
            .cost(Cost.DIVIDE)
            .traits(Trait.EXACT)
            .partials(() -> List.of(number(0.5).over(apply(Choices.ABS, RESULT))))
            .sampled(0.1, 9)
            .at(0, 0, Double.POSITIVE_INFINITY)
            .at(-0.0, -0.0, Double.POSITIVE_INFINITY)
            .note("at 0 the derivative is inf")
            .source("DLMF 4.2");
    public static final Operator CBRT = function("cbrt", 1)
            .java(Math.class, "cbrt")
            .partials(() -> List.of(ONE.over(number(3).times(RESULT.times(RESULT)))))
            .sampled(0.1, 9)
            .at(0, 0, Double.POSITIVE_INFINITY)
            .at(-0.0, -0.0, Double.POSITIVE_INFINITY)
            .at(8, 2, 1.0 / 12)
            .note("at 0 the derivative is inf")
            .source("DLMF 4.2");
    public static final Operator EXP = function("exp", 1)
            .java(Math.class, "exp")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(RESULT))
            .sampled(-3, 3)
            .at(0, 1, 1)
            .at(1e3, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(Double.NEGATIVE_INFINITY, 0, 0)
            .source("DLMF 4.7.1");
    public static final Operator EXPM1 = function("expm1", 1)
            .java(Math.class, "expm1")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(EXP, X)))
            .sampled(-3, 3)
            .at(0, 0, 1)
            .note("the derivative is exp(x), not the value plus 1")
            .source("DLMF 4.7.1");
    public static final Operator EXP2 = function("exp2", 1)
            .copied(Power.class, "exp2")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(RESULT.times(number(LN_2))))
            .sampled(-3, 3)
            .at(0, 1, LN_2)
            .at(3, 8, 8 * LN_2)
            .source("DLMF 4.7.1");
    public static final Operator LOG = function("log", 1)
            .java(Math.class, "log")
            .partials(() -> List.of(apply(Exponentials.LOG_DX, X)))
            .sampled(0.1, 9)
            .at(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-1, Double.NaN, Double.NaN)
            .at(1, 0, 1)
            .note("at 0 the derivative is inf, below NaN")
            .source("DLMF 4.7.1");
    public static final Operator LOG1P = function("log1p", 1)
            .java(Math.class, "log1p")
            .partials(() -> List.of(apply(Exponentials.LOG_DX, ONE.plus(X))))
            .sampled(-0.9, 9)
            .at(-1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-2, Double.NaN, Double.NaN)
            .at(0, 0, 1)
            .note("at -1 the derivative is inf, below NaN")
            .source("DLMF 4.7.1");
    public static final Operator LOG2 = function("log2", 1)
            .copied(Power.class, "log2")
            .partials(() -> List.of(apply(Exponentials.LOG_DX, X).over(number(LN_2))))
            .sampled(0.1, 9)
            .at(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-1, Double.NaN, Double.NaN)
            .note("exact at powers of two")
            .source("DLMF 4.7.1");
    public static final Operator LOG10 = function("log10", 1)
            .java(Math.class, "log10")
            .partials(() -> List.of(apply(Exponentials.LOG_DX, X).over(number(LN_10))))
            .sampled(0.1, 9)
            .at(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-1, Double.NaN, Double.NaN)
            .source("DLMF 4.7.1");
    public static final Operator POW = function("pow", 2)
            .java(Math.class, "pow")
            .partials(() -> List.of(apply(Exponentials.POW_DX, X, Y, RESULT), apply(Exponentials.POW_DY, X, Y, RESULT)))
            .sampled(0.1, 4)
            .sampled(-3, 3)
            .at(0, 0, 1, 0, 0)
            .at(0, 2, 0, 0, 0)
            .at(0, 1, 0, 1, 0)
            .at(0, 0.5, 0, Double.POSITIVE_INFINITY, 0)
            .at(0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY)
            .at(-2, 3, -8, 12, Double.NaN)
            .at(-2, 0.5, Double.NaN, Double.NaN, Double.NaN)
            .at(3, 0, 1, 0, Math.log(3))
            .at(-3, 0, 1, 0, Double.NaN)
            .at(Double.POSITIVE_INFINITY, 0, 1, 0, Double.POSITIVE_INFINITY)
            .note("x^0 is 1 for every x; by y there is no derivative for x < 0; at x = 0 the limits from above")
            .source("DLMF 4.8");
    public static final Operator HYPOT = function("hypot", 2)
            .java(Math.class, "hypot")
            .traits(Trait.FINITE_PARTIALS, Trait.COMMUTATIVE)
            .partials(() ->
                    List.of(apply(Exponentials.HYPOT_DX, X, Y, RESULT), apply(Exponentials.HYPOT_DX, Y, X, RESULT)))
            .sampled(-3, 3)
            .sampled(-3, 3)
            .at(0, 0, 0, 0, 0)
            .at(3, 4, 5, 0.6, 0.8)
            .at(Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY, 1, 0)
            .note("0 at the origin, as abs; at an infinite argument the limit")
            .source("DLMF 1.9");

    // Powers with an integer literal of at least 1 as exponent; they become multiplications, never a logarithm.

    public static final Operator POWER = internal("power", 2)
            .copied(Power.class, "powi")
            .traits(Trait.LITERAL_LAST, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(Y.times(apply(Exponentials.POWER, X, Y.minus(ONE))), ZERO))
            .sampled(-2, 2)
            .sampled(3, 3)
            .source("d x^n = n x^(n-1)");
    public static final Operator RECIPROCAL_POWER = internal("reciprocal_power", 2)
            .spelled(new Spelling.CopiedMethod("powi"), "reciprocalPower")
            .cost(Cost.FUNCTION)
            .traits(Trait.LITERAL_LAST)
            .partials(() -> List.of(Y.times(RESULT.over(X)).negated(), ZERO))
            .sampled(0.5, 2)
            .sampled(3, 3)
            .formula("x^-y")
            .source("d x^-n = -n (x^-n / x): no overflow before the result's");

    // Partials that are more than a formula.

    public static final Operator LOG_DX = internal("log_slope", 1)
            .copied(Power.class, "logDx")
            .partials(() -> List.of(apply(Exponentials.LOG_DX, X)
                    .times(apply(Exponentials.LOG_DX, X))
                    .negated()))
            .sampled(0.1, 9)
            .formula("1/x")
            .source("DLMF 4.7.1");
    public static final Operator POW_DX = internal("pow_dx", 3)
            .copied(Power.class, "powDx")
            .sampled(0.1, 4)
            .sampled(-3, 3)
            .sampled(0.5, 2)
            .formula("y * x^(y - 1)")
            .source("DLMF 4.8");
    public static final Operator POW_DY = internal("pow_dy", 3)
            .copied(Power.class, "powDy")
            .sampled(0.1, 4)
            .sampled(-3, 3)
            .sampled(0.5, 2)
            .formula("r * log(x)")
            .named("x", "y", "r")
            .source("DLMF 4.8");
    public static final Operator HYPOT_DX = internal("hypot_dx", 3)
            .copied(Inverse.class, "hypotDx")
            .sampled(-3, 3)
            .sampled(-3, 3)
            .sampled(3, 5)
            .formula("x/r")
            .named("x", "y", "r")
            .source("DLMF 1.9");
}
