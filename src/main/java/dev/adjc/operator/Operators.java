package dev.adjc.operator;

import static dev.adjc.operator.Formula.MINUS_ONE;
import static dev.adjc.operator.Formula.ONE;
import static dev.adjc.operator.Formula.RESULT;
import static dev.adjc.operator.Formula.X;
import static dev.adjc.operator.Formula.Y;
import static dev.adjc.operator.Formula.Z;
import static dev.adjc.operator.Formula.ZERO;
import static dev.adjc.operator.Formula.apply;
import static dev.adjc.operator.Formula.number;
import static dev.adjc.operator.Operator.row;

import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Point;
import dev.adjc.operator.Operator.Row;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.special.Beta;
import dev.adjc.operator.special.Erf;
import dev.adjc.operator.special.Gamma;
import dev.adjc.operator.special.Inverse;
import dev.adjc.operator.special.Kinks;
import dev.adjc.operator.special.Logistic;
import dev.adjc.operator.special.Norms;
import dev.adjc.operator.special.Polygamma;
import dev.adjc.operator.special.Power;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The table: one row for each operator. */
public final class Operators {
    private Operators() {}

    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_10 = 2.302585092994046;
    private static final double M_2_SQRT_PI = 1.1283791670955126;
    private static final Cost SIGMOID_OF_TAIL_COST = Cost.ADD.plus(Cost.DIVIDE).plus(Cost.COMPARE);
    private static final Cost SIGMOID_DX_OF_TAIL_COST =
            Cost.ADD.times(2).plus(Cost.MULTIPLY).plus(Cost.DIVIDE);

    // Arithmetic: what IEEE 754 gives, zero times infinity included.

    public static final Operator ADD = arithmetic("+", 11, "add", Cost.ADD)
            .traits(Trait.COMMUTATIVE)
            .partials(ONE, ONE)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .source("IEEE 754");
    public static final Operator SUBTRACT = arithmetic("-", 11, "subtract", Cost.ADD)
            .partials(ONE, MINUS_ONE)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .source("IEEE 754");
    public static final Operator MULTIPLY = arithmetic("*", 12, "multiply", Cost.MULTIPLY)
            .traits(Trait.COMMUTATIVE)
            .partials(Y, X)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .source("IEEE 754");
    public static final Operator DIVIDE = arithmetic("/", 12, "divide", Cost.DIVIDE)
            .partials(() -> List.of(ONE.over(Y), RESULT.over(Y).negated()))
            .sampled(-3, 3)
            .sampled(0.3, 3)
            .note("the partial by the divisor is -(x/y)/y, never -x/(y*y)")
            .source("IEEE 754");
    public static final Operator NEGATE = row(Family.ARITHMETIC, "neg", 1)
            .infix("-", 14, "negate")
            .cost(Cost.ADD)
            .traits(Trait.EXACT)
            .partials(MINUS_ONE)
            .sampled(-3, 3)
            .source("IEEE 754");

    // Conditions.

    public static final Operator LESS = comparison("<", 9, "less");
    public static final Operator LESS_OR_EQUAL = comparison("<=", 9, "lessOrEqual");
    public static final Operator GREATER = comparison(">", 9, "greater");
    public static final Operator GREATER_OR_EQUAL = comparison(">=", 9, "greaterOrEqual");
    public static final Operator EQUAL = comparison("==", 8, "equal");
    public static final Operator UNEQUAL = comparison("!=", 8, "unequal");
    public static final Operator AND = row(Family.LOGICAL, "and", 2)
            .infix("&&", 4, "and")
            .traits(Trait.EXACT, Trait.DECIDED_BY_ZERO)
            .source("two-valued logic");
    public static final Operator OR = row(Family.LOGICAL, "or", 2)
            .infix("||", 3, "or")
            .traits(Trait.EXACT, Trait.DECIDED_BY_NONZERO)
            .source("two-valued logic");
    public static final Operator NOT = row(Family.LOGICAL, "not", 1)
            .infix("!", 14, "not")
            .traits(Trait.EXACT)
            .source("two-valued logic");

    // What stands in lowered and derived programs alone.

    public static final Operator COPY = row(Family.INTERNAL, "copy", 1)
            .spelled(new Spelling.Infix("", 15), "copy")
            .traits(Trait.EXACT, Trait.FINITE_PARTIALS)
            .partials(ONE)
            .sampled(-3, 3)
            .source("the identity");
    public static final Operator UNLESS_ZERO = row(Family.INTERNAL, "unless_zero", 2)
            .spelled(new Spelling.UnlessZero(), "unlessZero")
            .cost(Cost.COMPARE)
            .traits(Trait.DECIDED_BY_ZERO, Trait.FINITE_PARTIALS)
            .partials(ZERO, ONE)
            .sampled(0.5, 3)
            .sampled(-3, 3)
            .source("a tangent or adjoint of zero passes zero on, whatever the partial");

    public static final Operator TIES = internal("ties", 2)
            .spelled(new Spelling.Choice("=="), "ties")
            .cost(Cost.COMPARE)
            .traits(Trait.EXACT, Trait.FLAT, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(ZERO, ZERO))
            .sampled(-3, -0.1)
            .sampled(0.1, 3)
            .formula("if x == y then 1 else 0")
            .source("1 where both are equal, else 0");

    // What reductions are lowered to. A value may be computed in one way and differentiated in another: it is `sloped`
    // by the
    // sum of `slope_term`s, one for each argument with its partial.

    public static final Operator SLOPE_TERM = internal("slope_term", 2)
            .spelled(new Spelling.Infix("", 15), "nothing")
            .traits(Trait.EXACT, Trait.SLOPE_STATED)
            .partials(Y, ZERO)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .formula("0")
            .source("0, with y as the partial by x");
    public static final Operator SLOPED = internal("sloped", 2)
            .spelled(new Spelling.Infix("", 15), "second")
            .traits(Trait.EXACT, Trait.SLOPE_STATED, Trait.FINITE_PARTIALS)
            .partials(ONE, ZERO)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .formula("y")
            .source("y, with the derivative of x");
    public static final Operator LOGSUM_SHIFT = internal("logsum_shift", 1)
            .copied(Norms.class, "logsumShift")
            .cost(Cost.COMPARE)
            .traits(Trait.EXACT, Trait.FINITE_PARTIALS)
            .partials(ONE)
            .sampled(-3, 3)
            .formula("if x == -inf then 0 else x")
            .source("log of a sum of exponentials, shifted by the largest");
    public static final Operator LOGSUM_EXP = internal("logsum_exp", 1)
            .java(Math.class, "exp")
            .partials(() -> List.of(RESULT))
            .sampled(-3, 3)
            .formula("exp(x)")
            .source("DLMF 4.7.1; shifted by inf, the exponent of inf is NaN, which an arriving zero must not meet");
    public static final Operator LOGSUM = internal("logsum", 3)
            .copied(Norms.class, "logsum")
            .partials(() -> List.of(
                    ONE, apply(Operators.LOGSUM_SLOPE, Y, Z, RESULT), apply(Operators.LOGSUM_SLOPE, Y, Z, RESULT)))
            .sampled(-3, 3)
            .sampled(0.1, 3)
            .sampled(1, 2)
            .formula("x + log(y + z)")
            .source("log of a sum of exponentials, shifted by the largest");
    public static final Operator LOGSUM_SLOPE = internal("logsum_slope", 3)
            .copied(Norms.class, "logsumSlope")
            .sampled(0.1, 3)
            .sampled(1, 2)
            .sampled(-3, 3)
            .formula("1/(x + y)")
            .source("log of a sum of exponentials, shifted by the largest");
    public static final Operator NORM_SCALE = internal("norm_scale", 1)
            .copied(Norms.class, "normScale")
            .traits(Trait.EXACT, Trait.FLAT, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Operators.FLAT, X)))
            .sampled(1.1, 1.9)
            .formula("a power of two near 1/x")
            .source("scaling that rounds nothing");
    public static final Operator SCALED = internal("scaled", 2)
            .copied(Norms.class, "scaled")
            .partials(Y, X)
            .sampled(-3, 3)
            .sampled(0.5, 2)
            .formula("x * y")
            .source("scaling that rounds nothing");
    public static final Operator UNSCALED = internal("unscaled", 2)
            .copied(Norms.class, "unscaled")
            .sampled(0.1, 3)
            .sampled(0.5, 2)
            .formula("x/y")
            .source("scaling that rounds nothing");
    public static final Operator NORM_WEIGHT = internal("norm_weight", 3)
            .copied(Norms.class, "normWeight")
            .sampled(-3, 3)
            .sampled(0.1, 3)
            .sampled(0.5, 2)
            .formula("x/y")
            .source("the derivative of the Euclidean norm, of scaled elements");

    // Powers with an integer literal of at least 1 as exponent; they become multiplications, never a logarithm.

    public static final Operator POWER = internal("power", 2)
            .copied(Power.class, "powi")
            .traits(Trait.LITERAL_LAST, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(Y.times(apply(Operators.POWER, X, Y.minus(ONE))), ZERO))
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

    // Roots, exponentials, logarithms and powers.

    public static final Operator SQRT = function("sqrt", 1)
            .java(Math.class, "sqrt")
            .cost(Cost.DIVIDE)
            .traits(Trait.EXACT)
            .partials(() -> List.of(number(0.5).over(apply(Operators.ABS, RESULT))))
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
            .partials(() -> List.of(apply(Operators.LOG_DX, X)))
            .sampled(0.1, 9)
            .at(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-1, Double.NaN, Double.NaN)
            .at(1, 0, 1)
            .note("at 0 the derivative is inf, below NaN")
            .source("DLMF 4.7.1");
    public static final Operator LOG1P = function("log1p", 1)
            .java(Math.class, "log1p")
            .partials(() -> List.of(apply(Operators.LOG_DX, ONE.plus(X))))
            .sampled(-0.9, 9)
            .at(-1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-2, Double.NaN, Double.NaN)
            .at(0, 0, 1)
            .note("at -1 the derivative is inf, below NaN")
            .source("DLMF 4.7.1");
    public static final Operator LOG2 = function("log2", 1)
            .copied(Power.class, "log2")
            .partials(() -> List.of(apply(Operators.LOG_DX, X).over(number(LN_2))))
            .sampled(0.1, 9)
            .at(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-1, Double.NaN, Double.NaN)
            .note("exact at powers of two")
            .source("DLMF 4.7.1");
    public static final Operator LOG10 = function("log10", 1)
            .java(Math.class, "log10")
            .partials(() -> List.of(apply(Operators.LOG_DX, X).over(number(LN_10))))
            .sampled(0.1, 9)
            .at(0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-1, Double.NaN, Double.NaN)
            .source("DLMF 4.7.1");
    public static final Operator POW = function("pow", 2)
            .java(Math.class, "pow")
            .partials(() -> List.of(apply(Operators.POW_DX, X, Y, RESULT), apply(Operators.POW_DY, X, Y, RESULT)))
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
            .partials(() -> List.of(apply(Operators.HYPOT_DX, X, Y, RESULT), apply(Operators.HYPOT_DX, Y, X, RESULT)))
            .sampled(-3, 3)
            .sampled(-3, 3)
            .at(0, 0, 0, 0, 0)
            .at(3, 4, 5, 0.6, 0.8)
            .at(Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY, 1, 0)
            .note("0 at the origin, as abs; at an infinite argument the limit")
            .source("DLMF 1.9");

    // Trigonometric and hyperbolic functions.

    public static final Operator SIN = function("sin", 1)
            .java(Math.class, "sin")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Operators.COS, X)))
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
            .partials(() -> List.of(apply(Operators.ASIN_DX, X)))
            .sampled(-0.95, 0.95)
            .at(1, Math.PI / 2, Double.POSITIVE_INFINITY)
            .at(-1, -Math.PI / 2, Double.POSITIVE_INFINITY)
            .at(2, Double.NaN, Double.NaN)
            .note("at 1 and -1 the derivative is inf")
            .source("DLMF 4.24.7");
    public static final Operator ACOS = function("acos", 1)
            .java(Math.class, "acos")
            .partials(() -> List.of(apply(Operators.ASIN_DX, X).negated()))
            .sampled(-0.95, 0.95)
            .at(1, 0, Double.NEGATIVE_INFINITY)
            .at(-1, Math.PI, Double.NEGATIVE_INFINITY)
            .at(2, Double.NaN, Double.NaN)
            .note("at 1 and -1 the derivative is -inf")
            .source("DLMF 4.24.8");
    public static final Operator ATAN = function("atan", 1)
            .java(Math.class, "atan")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Operators.ATAN_DX, X)))
            .sampled(-3, 3)
            .at(0, 0, 1)
            .at(1, Math.PI / 4, 0.5)
            .source("DLMF 4.24.9");
    public static final Operator ATAN2 = function("atan2", 2)
            .java(Math.class, "atan2")
            .partials(() -> List.of(apply(Operators.ATAN2_DY, X, Y), apply(Operators.ATAN2_DX, X, Y)))
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
            .partials(() -> List.of(apply(Operators.COSH, X)))
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
            .partials(() -> List.of(apply(Operators.ASINH_DX, X)))
            .sampled(-3, 3)
            .at(0, 0, 1)
            .source("DLMF 4.38.2");
    public static final Operator ACOSH = function("acosh", 1)
            .copied(Inverse.class, "acosh")
            .partials(() -> List.of(apply(Operators.ACOSH_DX, X)))
            .sampled(1.1, 9)
            .at(1, 0, Double.POSITIVE_INFINITY)
            .at(0, Double.NaN, Double.NaN)
            .note("at 1 the derivative is inf")
            .source("DLMF 4.38.5");
    public static final Operator ATANH = function("atanh", 1)
            .copied(Inverse.class, "atanh")
            .partials(() -> List.of(apply(Operators.ATANH_DX, X)))
            .sampled(-0.95, 0.95)
            .at(0, 0, 1)
            .at(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(2, Double.NaN, Double.NaN)
            .note("at 1 and -1 the derivative is inf")
            .source("DLMF 4.38.9");

    // Kinks, steps and choices.

    public static final Operator SIGN = function("sign", 1)
            .java(Math.class, "signum")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Operators.FLAT, X)))
            .sampled(0.1, 3)
            .at(0, 0, 0)
            .at(Double.NaN, Double.NaN, Double.NaN)
            .note("sign(0) is 0; the derivative is 0, also at the jump")
            .source("0 at jumps, by convention");
    public static final Operator ABS = function("abs", 1)
            .java(Math.class, "abs")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.EXACT)
            .partials(() -> List.of(apply(SIGN, X)))
            .sampled(0.1, 3)
            .at(0, 0, 0)
            .at(-0.0, 0, 0)
            .at(-2, 2, -1)
            .note("the derivative at 0 is 0")
            .source("P3: the element of least norm");
    public static final Operator FLOOR = function("floor", 1)
            .java(Math.class, "floor")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Operators.FLAT, X)))
            .sampled(0.1, 0.9)
            .at(1, 1, 0)
            .at(Double.NaN, Double.NaN, Double.NaN)
            .note("the derivative is 0, also at jumps")
            .source("0 at jumps, by convention");
    public static final Operator CEIL = function("ceil", 1)
            .java(Math.class, "ceil")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Operators.FLAT, X)))
            .sampled(0.1, 0.9)
            .at(1, 1, 0)
            .note("the derivative is 0, also at jumps")
            .source("0 at jumps, by convention");
    public static final Operator ROUND = function("round", 1)
            .java(Math.class, "rint")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Operators.FLAT, X)))
            .sampled(0.1, 0.4)
            .at(0.5, 0, 0)
            .at(1.5, 2, 0)
            .note("half to even; the derivative is 0, also at jumps")
            .source("0 at jumps, by convention");
    public static final Operator STEP = function("step", 1)
            .copied(Kinks.class, "step")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Operators.FLAT, X)))
            .sampled(0.1, 3)
            .at(0, 0, 0)
            .at(1, 1, 0)
            .at(Double.NaN, 0, Double.NaN)
            .note("1 for x > 0, else 0; the derivative is 0, also at the jump")
            .source("0 at the jump, by convention");
    public static final Operator RELU = function("relu", 1)
            .copied(Kinks.class, "relu")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.EXACT)
            .partials(() -> List.of(apply(Operators.OR_NAN, apply(STEP, X), RESULT)))
            .sampled(0.1, 3)
            .at(0, 0, 0)
            .at(-0.0, 0, 0)
            .at(-2, 0, 0)
            .at(2, 2, 1)
            .note("the derivative at 0 is 0, where that of max(x, 0) is 0.5")
            .source("P3: the element of least norm");
    public static final Operator MAX = function("max", 2)
            .java(Math.class, "max")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.EXACT, Trait.COMMUTATIVE)
            .partials(() -> List.of(apply(Operators.MAX_WEIGHT, X, Y), apply(Operators.MAX_WEIGHT, Y, X)))
            .sampled(-3, -0.1)
            .sampled(0.1, 3)
            .at(1, 1, 1, 0.5, 0.5)
            .at(2, 1, 2, 1, 0)
            .at(Double.NaN, 1, Double.NaN, Double.NaN, Double.NaN)
            .at(0, -0.0, 0, 0.5, 0.5)
            .note("at a tie of k arguments each has 1/k")
            .source("P3: shared at a tie");
    public static final Operator MIN = function("min", 2)
            .java(Math.class, "min")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.EXACT, Trait.COMMUTATIVE)
            .partials(() -> List.of(apply(Operators.MIN_WEIGHT, X, Y), apply(Operators.MIN_WEIGHT, Y, X)))
            .sampled(-3, -0.1)
            .sampled(0.1, 3)
            .at(1, 1, 1, 0.5, 0.5)
            .at(2, 1, 1, 0, 1)
            .at(Double.NaN, 1, Double.NaN, Double.NaN, Double.NaN)
            .at(0, -0.0, -0.0, 0.5, 0.5)
            .note("at a tie of k arguments each has 1/k")
            .source("P3: shared at a tie");
    public static final Operator CLAMP = function("clamp", 3)
            .copied(Kinks.class, "clamp")
            .cost(Cost.COMPARE.times(3))
            .traits(Trait.EXACT, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(
                    apply(Operators.CLAMP_DX, X, Y, Z),
                    apply(Operators.CLAMP_DLO, X, Y, Z),
                    apply(Operators.CLAMP_DHI, X, Y, Z)))
            .sampled(-0.9, 0.9)
            .sampled(-2, -1)
            .sampled(1, 2)
            .at(new Point(List.of(1.0, 0.0, 1.0), 1, List.of(1.0, 0.0, 0.0)))
            .at(new Point(List.of(2.0, 0.0, 1.0), 1, List.of(0.0, 0.0, 1.0)))
            .at(new Point(List.of(-1.0, 0.0, 1.0), 0, List.of(0.0, 1.0, 0.0)))
            .at(new Point(List.of(1.0, 2.0, 1.0), Double.NaN, List.of(Double.NaN, Double.NaN, Double.NaN)))
            .note("clamp(x, lo, hi); at a bound x has the derivative")
            .named("x", "lo", "hi")
            .source("P3, within the bounds and at them");
    public static final Operator MOD = function("mod", 2)
            .copied(Kinks.class, "mod")
            .partials(() -> List.of(apply(Operators.OR_NAN, ONE, RESULT), apply(Operators.MOD_DY, X, Y, RESULT)))
            .sampled(0.1, 0.9)
            .sampled(1, 2)
            .at(1, 0, Double.NaN, Double.NaN, Double.NaN)
            .at(5, 3, 2, 1, -1)
            .at(-1, 3, 2, 1, 1)
            .note("floored: the sign of y")
            .source("x - floor(x/y) y");
    public static final Operator FMA = function("fma", 3)
            .java(Math.class, "fma")
            .cost(Cost.FUSED)
            .traits(Trait.EXACT, Trait.COMMUTATIVE, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(
                    apply(Operators.OR_NAN, Y, RESULT),
                    apply(Operators.OR_NAN, X, RESULT),
                    apply(Operators.OR_NAN, ONE, RESULT)))
            .sampled(-3, 3)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .note("x*y + z, rounded once")
            .source("IEEE 754");

    // Logistic functions and their kin.

    public static final Operator SIGMOID = function("sigmoid", 1)
            .copied(Logistic.class, "sigmoid")
            .cost(Cost.FUNCTION.plus(SIGMOID_OF_TAIL_COST))
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Operators.SIGMOID_DX, X)))
            .sampled(-6, 6)
            .at(0, 0.5, 0.25)
            .note("value and derivative from exp(-abs(x)): full accuracy in both tails")
            .source("1/(1 + exp(-x))");
    public static final Operator LOGSIGMOID = function("logsigmoid", 1)
            .copied(Logistic.class, "logsigmoid")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(SIGMOID, X.negated())))
            .sampled(-6, 6)
            .at(0, Math.log(0.5), 0.5)
            .source("log(sigmoid(x))");
    public static final Operator SOFTPLUS = function("softplus", 1)
            .copied(Logistic.class, "softplus")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(SIGMOID, X)))
            .sampled(-6, 6)
            .at(0, Math.log(2), 0.5)
            .source("log(1 + exp(x))");
    public static final Operator XLOGY = function("xlogy", 2)
            .copied(Logistic.class, "xlogy")
            .partials(() -> List.of(apply(Operators.XLOGY_DX, X, Y, RESULT), apply(Operators.XLOGY_DY, X, Y, RESULT)))
            .sampled(0.1, 3)
            .sampled(0.1, 3)
            .at(0, 0, 0, Double.NEGATIVE_INFINITY, 0)
            .at(0, -1, 0, Double.NaN, 0)
            .note("0 at x = 0")
            .source("x log(y), 0 at x = 0");
    public static final Operator LOGADDEXP = function("logaddexp", 2)
            .copied(Logistic.class, "logaddexp")
            .traits(Trait.FINITE_PARTIALS, Trait.COMMUTATIVE)
            .partials(() -> List.of(apply(Operators.LOGADDEXP_WEIGHT, X, Y), apply(Operators.LOGADDEXP_WEIGHT, Y, X)))
            .sampled(-3, 3)
            .sampled(-3, 3)
            .at(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 0)
            .at(Double.NEGATIVE_INFINITY, 0, 0, 0, 1)
            .at(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, Double.NaN, 0)
            .note("shifted by the maximum")
            .named("a", "b")
            .source("log(exp(a) + exp(b))");
    public static final Operator LOG1MEXP = function("log1mexp", 1)
            .copied(Logistic.class, "log1mexp")
            .partials(() -> List.of(apply(Operators.LOG1MEXP_DX, X)))
            .sampled(0.1, 6)
            .note("for x > 0")
            .source("log(1 - exp(-x))");
    public static final Operator STOP_GRADIENT = function("stop_gradient", 1)
            .spelled(new Spelling.Infix("", 15), "copy")
            .traits(Trait.EXACT, Trait.STOPPED, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(ZERO))
            .sampled(-3, 3)
            .source("no derivative");

    // Error, gamma and beta functions.

    public static final Operator ERF = function("erf", 1)
            .copied(Erf.class, "erf")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Operators.ERF_DX, X)))
            .sampled(-3, 3)
            .at(0, 0, M_2_SQRT_PI)
            .note("the derivative is taken from exp(-x^2)")
            .source("DLMF 7.2.1");
    public static final Operator ERFC = function("erfc", 1)
            .copied(Erf.class, "erfc")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Operators.ERF_DX, X).negated()))
            .sampled(-3, 6)
            .at(0, 1, -M_2_SQRT_PI)
            .note("keeps subnormal values")
            .source("DLMF 7.2.2");
    public static final Operator ERFINV = function("erfinv", 1)
            .copied(Erf.class, "erfinv")
            .partials(() -> List.of(ONE.over(apply(Operators.ERF_DX, RESULT))))
            .sampled(-0.95, 0.95)
            .at(0, 0, 1 / M_2_SQRT_PI)
            .at(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
            .at(-1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
            .note("inf at 1, with derivative inf")
            .source("DLMF 7.17");
    public static final Operator NORMCDF = function("normcdf", 1)
            .copied(Erf.class, "normcdf")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Operators.NORMPDF, X)))
            .sampled(-5, 5)
            .at(0, 0.5, 0.3989422804014327)
            .source("DLMF 7.1");
    public static final Operator NORMPDF = function("normpdf", 1)
            .copied(Erf.class, "normpdf")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(Operators.NORMPDF_DX, X, RESULT)))
            .sampled(-5, 5)
            .at(0, 0.3989422804014327, 0)
            .source("DLMF 7.1");
    public static final Operator LGAMMA = function("lgamma", 1)
            .copied(Gamma.class, "lgamma")
            .partials(() -> List.of(apply(Operators.DIGAMMA, X)))
            .sampled(0.2, 9)
            .at(1, 0, -0.5772156649015329)
            .at(0, Double.POSITIVE_INFINITY, Double.NaN)
            .at(-1, Double.POSITIVE_INFINITY, Double.NaN)
            .note("log of the absolute value; inf at the poles, with derivative NaN")
            .source("DLMF 5.2.1");
    public static final Operator DIGAMMA = function("digamma", 1)
            .copied(Gamma.class, "digamma")
            .partials(() -> List.of(apply(Operators.OR_NAN, apply(Operators.TRIGAMMA, X), RESULT)))
            .sampled(0.2, 9)
            .at(0, Double.NaN, Double.NaN)
            .at(-1, Double.NaN, Double.NaN)
            .note("NaN at the poles")
            .source("DLMF 5.2.2");
    public static final Operator TRIGAMMA = function("trigamma", 1)
            .copied(Polygamma.class, "trigamma")
            .partials(() -> List.of(apply(Operators.TETRAGAMMA, X)))
            .sampled(0.2, 9)
            .source("DLMF 5.15.1");
    public static final Operator LBETA = function("lbeta", 2)
            .copied(Beta.class, "lbeta")
            .traits(Trait.COMMUTATIVE)
            .partials(() -> List.of(apply(Operators.LBETA_DX, X, Y), apply(Operators.LBETA_DX, Y, X)))
            .sampled(0.2, 9)
            .sampled(0.2, 9)
            .at(1, 1, 0, -1, -1)
            .named("a", "b")
            .source("DLMF 5.12.1");
    public static final Operator BETA = function("beta", 2)
            .copied(Beta.class, "beta")
            .traits(Trait.COMMUTATIVE)
            .partials(() -> List.of(apply(Operators.BETA_DX, X, Y, RESULT), apply(Operators.BETA_DX, Y, X, RESULT)))
            .sampled(0.2, 9)
            .sampled(0.2, 9)
            .at(1, 1, 1, -1, -1)
            .named("a", "b")
            .source("DLMF 5.12.1");

    // Partials that are more than a formula.

    public static final Operator FLAT = internal("flat", 1)
            .copied(Kinks.class, "flat")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Operators.FLAT, X)))
            .sampled(-3, 3)
            .formula("0")
            .source("0, but NaN at NaN");
    public static final Operator OR_NAN = internal("or_nan", 2)
            .copied(Kinks.class, "orNaN")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.EXACT)
            .partials(() -> List.of(ONE, ZERO))
            .sampled(-3, 3)
            .sampled(-3, 3)
            .formula("x")
            .source("P4: a NaN value has NaN derivatives");
    public static final Operator LOG_DX = internal("log_slope", 1)
            .copied(Power.class, "logDx")
            .partials(() -> List.of(
                    apply(Operators.LOG_DX, X).times(apply(Operators.LOG_DX, X)).negated()))
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
    public static final Operator MAX_WEIGHT = internal("max_weight", 2)
            .copied(Kinks.class, "maxWeight")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(FLAT, X), apply(FLAT, Y)))
            .sampled(-3, -0.1)
            .sampled(0.1, 3)
            .formula("if x > y then 1 else if x == y then 0.5 else 0")
            .source("P3: shared at a tie");
    public static final Operator MIN_WEIGHT = internal("min_weight", 2)
            .copied(Kinks.class, "minWeight")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(FLAT, X), apply(FLAT, Y)))
            .sampled(-3, -0.1)
            .sampled(0.1, 3)
            .formula("if x < y then 1 else if x == y then 0.5 else 0")
            .source("P3: shared at a tie");
    public static final Operator CLAMP_DX = internal("clamp_dx", 3)
            .copied(Kinks.class, "clampDx")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(FLAT, X), apply(FLAT, Y), apply(FLAT, Z)))
            .sampled(-0.9, 0.9)
            .sampled(-2, -1)
            .sampled(1, 2)
            .formula("if x >= lo and x <= hi then 1 else 0")
            .named("x", "lo", "hi")
            .source("P3, within the bounds and at them");
    public static final Operator CLAMP_DLO = internal("clamp_dlo", 3)
            .copied(Kinks.class, "clampDlo")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(FLAT, X), apply(FLAT, Y), apply(FLAT, Z)))
            .sampled(-0.9, 0.9)
            .sampled(-2, -1)
            .sampled(1, 2)
            .formula("if x < lo then 1 else 0")
            .named("x", "lo", "hi")
            .source("P3, within the bounds and at them");
    public static final Operator CLAMP_DHI = internal("clamp_dhi", 3)
            .copied(Kinks.class, "clampDhi")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(FLAT, X), apply(FLAT, Y), apply(FLAT, Z)))
            .sampled(-0.9, 0.9)
            .sampled(-2, -1)
            .sampled(1, 2)
            .formula("if x > hi then 1 else 0")
            .named("x", "lo", "hi")
            .source("P3, within the bounds and at them");
    public static final Operator MOD_DY = internal("mod_dy", 3)
            .copied(Kinks.class, "modDy")
            .traits(Trait.FLAT)
            .partials(() -> List.of(apply(FLAT, X), apply(FLAT, Y), ZERO))
            .sampled(0.1, 0.9)
            .sampled(1, 2)
            .sampled(0.1, 0.9)
            .formula("-floor(x/y)")
            .source("x - floor(x/y) y");
    public static final Operator SIGMOID_DX = internal("sigmoid_dx", 1)
            .copied(Logistic.class, "sigmoidDx")
            .cost(Cost.FUNCTION.plus(SIGMOID_DX_OF_TAIL_COST))
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(RESULT.times(ONE.minus(number(2).times(apply(SIGMOID, X))))))
            .sampled(-6, 6)
            .formula("sigmoid(x) * (1 - sigmoid(x))")
            .source("e/(1 + e)^2 with e = exp(-abs(x))");
    public static final Operator LOGISTIC_TAIL = internal("logistic_tail", 1)
            .copied(Logistic.class, "logisticTail")
            .traits(Trait.FINITE_PARTIALS)
            .sampled(-6, 6)
            .formula("exp(-abs(x))")
            .source("what a sigmoid and its derivative share");
    public static final Operator SIGMOID_OF_TAIL = internal("sigmoid_of_tail", 2)
            .copied(Logistic.class, "sigmoidOfTail")
            .cost(SIGMOID_OF_TAIL_COST)
            .sampled(-6, 6)
            .sampled(0.01, 1)
            .formula("(if x < 0 then y else 1) / (1 + y)")
            .source("1/(1 + exp(-x)) from y = exp(-abs(x))");
    public static final Operator SIGMOID_DX_OF_TAIL = internal("sigmoid_dx_of_tail", 1)
            .copied(Logistic.class, "sigmoidDxOfTail")
            .cost(SIGMOID_DX_OF_TAIL_COST)
            .sampled(0.01, 1)
            .formula("x / ((1 + x) * (1 + x))")
            .source("e/(1 + e)^2");
    public static final Operator XLOGY_DX = internal("xlogy_dx", 3)
            .copied(Logistic.class, "xlogyDx")
            .sampled(0.1, 3)
            .sampled(0.1, 3)
            .sampled(-3, 3)
            .formula("log(y)")
            .source("x log(y), 0 at x = 0");
    public static final Operator XLOGY_DY = internal("xlogy_dy", 3)
            .copied(Logistic.class, "xlogyDy")
            .sampled(0.1, 3)
            .sampled(0.1, 3)
            .sampled(-3, 3)
            .formula("x/y")
            .source("x log(y), 0 at x = 0");
    public static final Operator LOGADDEXP_WEIGHT = internal("logaddexp_weight", 2)
            .copied(Logistic.class, "logaddexpWeight")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(
                    apply(SIGMOID_DX, X.minus(Y)), apply(SIGMOID_DX, X.minus(Y)).negated()))
            .sampled(-3, 3)
            .sampled(-3, 3)
            .formula("sigmoid(x - y)")
            .source("log(exp(a) + exp(b))");
    public static final Operator LOG1MEXP_DX = internal("log1mexp_dx", 1)
            .copied(Logistic.class, "log1mexpDx")
            .partials(() -> List.of(RESULT.times(ONE.plus(RESULT)).negated()))
            .sampled(0.1, 6)
            .formula("1/expm1(x)")
            .source("log(1 - exp(-x))");
    public static final Operator ERF_DX = internal("erf_dx", 1)
            .copied(Erf.class, "erfDx")
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(X.times(apply(Operators.ERF_DX, X)).times(number(-2))))
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
            .partials(() -> List.of(apply(Operators.PENTAGAMMA, X)))
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

    private static final Map<String, Operator> BY_NAME = byName();

    /** The function that programs call by this name. */
    public static Optional<Operator> function(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The names of all functions that programs can call, in the order of the table. */
    public static List<String> functionNames() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** All rows, in order. */
    public static List<Operator> all() {
        List<Operator> rows = new ArrayList<>();
        for (Field field : Operators.class.getFields()) {
            try {
                rows.add((Operator) field.get(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return rows;
    }

    /** The largest of several arguments; each of k that tie has the partial 1/k. */
    public static Operator max(int arity) {
        return arity == 2 ? MAX : extreme("max", arity, "largest", MAX);
    }

    /** The smallest of several arguments; each of k that tie has the partial 1/k. */
    public static Operator min(int arity) {
        return arity == 2 ? MIN : extreme("min", arity, "smallest", MIN);
    }

    /**
     * A function that the user's Java code provides.
     *
     * @param partials one for each argument, or none if the program gives no rule
     * @param run what computes it where it can be run
     */
    public static Operator extern(
            String name, Spelling.ExternMethod method, Supplier<List<Partial>> partials, Operator.Evaluation run) {
        return row(Family.FUNCTION, name, method.parameters().size())
                .external(method, run)
                .traits(Trait.EXTERN)
                .partials(partials)
                .source("the program");
    }

    private static Operator extreme(String name, int arity, String method, Operator ofTwo) {
        List<Partial> shares = new ArrayList<>();
        Formula ties = apply(TIES, RESULT, new Formula.Argument(0));
        for (int i = 1; i < arity; i++) {
            ties = ties.plus(apply(TIES, RESULT, new Formula.Argument(i)));
        }
        for (int i = 0; i < arity; i++) {
            shares.add(apply(TIES, RESULT, new Formula.Argument(i)).over(ties));
        }
        Row row = row(Family.FUNCTION, name, arity)
                .spelled(new Spelling.Nested(ofTwo), method)
                .cost(Cost.COMPARE.times(arity - 1))
                .traits(Trait.EXACT, Trait.FINITE_PARTIALS)
                .partials(() -> shares);
        for (int i = 0; i < arity; i++) {
            row.sampled(i, i + 0.5);
        }
        return row.source(ofTwo.source());
    }

    private static Map<String, Operator> byName() {
        Map<String, Operator> names = new LinkedHashMap<>();
        for (Operator operator : all()) {
            if (operator.family() == Family.FUNCTION) {
                names.put(operator.name(), operator);
            }
        }
        return names;
    }

    private static Row internal(String name, int arity) {
        return row(Family.INTERNAL, name, arity);
    }

    private static Row function(String name, int arity) {
        return row(Family.FUNCTION, name, arity);
    }

    private static Row arithmetic(String symbol, int precedence, String method, Cost cost) {
        return row(Family.ARITHMETIC, symbol, 2)
                .infix(symbol, precedence, method)
                .cost(cost)
                .traits(Trait.EXACT);
    }

    private static Operator comparison(String symbol, int precedence, String method) {
        return row(Family.COMPARISON, symbol, 2)
                .infix(symbol, precedence, method)
                .cost(Cost.COMPARE)
                .traits(Trait.EXACT)
                .source("IEEE 754: with NaN only != holds");
    }
}
