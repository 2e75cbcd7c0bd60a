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
import dev.adjc.operator.special.Logistic;
import java.util.List;

/** Logistic functions and their kin. */
public final class LogisticFunctions {
    private LogisticFunctions() {}

    private static final Cost SIGMOID_OF_TAIL_COST = Cost.ADD.plus(Cost.DIVIDE).plus(Cost.COMPARE);
    private static final Cost SIGMOID_DX_OF_TAIL_COST =
            Cost.ADD.times(2).plus(Cost.MULTIPLY).plus(Cost.DIVIDE);

    public static final Operator SIGMOID = function("sigmoid", 1)
            .copied(Logistic.class, "sigmoid")
            .cost(Cost.FUNCTION.plus(SIGMOID_OF_TAIL_COST))
            .traits(Trait.FINITE_PARTIALS)
            .partials(() -> List.of(apply(LogisticFunctions.SIGMOID_DX, X)))
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
            .partials(() -> List.of(
                    apply(LogisticFunctions.XLOGY_DX, X, Y, RESULT), apply(LogisticFunctions.XLOGY_DY, X, Y, RESULT)))
            .sampled(0.1, 3)
            .sampled(0.1, 3)
            .at(0, 0, 0, Double.NEGATIVE_INFINITY, 0)
            .at(0, -1, 0, Double.NaN, 0)
            .note("0 at x = 0")
            .source("x log(y), 0 at x = 0");
    public static final Operator LOGADDEXP = function("logaddexp", 2)
            .copied(Logistic.class, "logaddexp")
            .traits(Trait.FINITE_PARTIALS, Trait.COMMUTATIVE)
            .partials(() -> List.of(
                    apply(LogisticFunctions.LOGADDEXP_WEIGHT, X, Y), apply(LogisticFunctions.LOGADDEXP_WEIGHT, Y, X)))
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
            .partials(() -> List.of(apply(LogisticFunctions.LOG1MEXP_DX, X)))
            .sampled(0.1, 6)
            .note("for x > 0")
            .source("log(1 - exp(-x))");

    // Partials that are more than a formula.

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
}
