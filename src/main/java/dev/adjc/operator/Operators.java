package dev.adjc.operator;

import static dev.adjc.operator.Formula.MINUS_ONE;
import static dev.adjc.operator.Formula.ONE;
import static dev.adjc.operator.Formula.RESULT;
import static dev.adjc.operator.Formula.X;
import static dev.adjc.operator.Formula.Y;
import static dev.adjc.operator.Formula.ZERO;
import static dev.adjc.operator.Formula.apply;
import static dev.adjc.operator.Formula.number;
import static dev.adjc.operator.Operator.row;

import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Row;
import dev.adjc.operator.Operator.Trait;
import java.util.List;

/** The table: one row for each operator. */
public final class Operators {
    private Operators() {}

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
    public static final Operator REAL = row(Family.INTERNAL, "real", 1)
            .spelled(new Spelling.Infix("(double) ", 14), "copy")
            .source("an integer, exactly");
    public static final Operator UNLESS_ZERO = row(Family.INTERNAL, "unless_zero", 2)
            .spelled(new Spelling.UnlessZero(), "unlessZero")
            .cost(Cost.COMPARE)
            .traits(Trait.DECIDED_BY_ZERO, Trait.FINITE_PARTIALS)
            .partials(ZERO, ONE)
            .sampled(0.5, 3)
            .sampled(-3, 3)
            .source("a tangent or adjoint of zero passes zero on, whatever the partial");

    // Powers with a literal integer as exponent, at least 1.

    // Powers, roots, exponentials and logarithms.

    public static final Operator SQRT = function("sqrt", 1)
            .java(Math.class, "sqrt")
            .cost(Cost.DIVIDE)
            .traits(Trait.EXACT)
            .partials(() -> List.of(number(0.5).over(apply(Operators.ABS, RESULT))))
            .sampled(0.1, 9)
            .at(0, 0, Double.POSITIVE_INFINITY)
            .at(-0.0, -0.0, Double.POSITIVE_INFINITY)
            .source("DLMF 4.2");
    public static final Operator CBRT = function("cbrt", 1)
            .java(Math.class, "cbrt")
            .partials(() -> List.of(ONE.over(number(3).times(RESULT.times(RESULT)))))
            .sampled(0.1, 9)
            .at(0, 0, Double.POSITIVE_INFINITY)
            .at(-0.0, -0.0, Double.POSITIVE_INFINITY)
            .source("DLMF 4.2");
    public static final Operator EXP = function("exp", 1)
            .java(Math.class, "exp")
            .traits(Trait.FINITE_PARTIALS)
            .partials(RESULT)
            .sampled(-3, 3)
            .at(0, 1, 1)
            .source("DLMF 4.7.1");

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
            .at(0, 1, -0.0)
            .source("DLMF 4.20.2");
    public static final Operator TAN = function("tan", 1)
            .java(Math.class, "tan")
            .traits(Trait.FINITE_PARTIALS)
            .partials(ONE.plus(RESULT.times(RESULT)))
            .sampled(-1.4, 1.4)
            .at(0, 0, 1)
            .source("DLMF 4.20.3");
    public static final Operator TANH = function("tanh", 1)
            .java(Math.class, "tanh")
            .traits(Trait.FINITE_PARTIALS)
            .partials(ONE.minus(RESULT).times(ONE.plus(RESULT)))
            .sampled(-3, 3)
            .at(0, 0, 1)
            .note("the derivative is taken from the result: its absolute error stays below 2^-53")
            .source("DLMF 4.34.8");

    public static final Operator ABS = function("abs", 1)
            .java(Math.class, "abs")
            .cost(Cost.COMPARE)
            .traits(Trait.EXACT, Trait.FINITE_PARTIALS)
            .partials(ONE)
            .sampled(-3, 3)
            .source("the element of least norm at 0");

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
