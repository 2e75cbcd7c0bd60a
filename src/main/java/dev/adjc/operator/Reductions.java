package dev.adjc.operator;

import static dev.adjc.operator.Formula.ONE;
import static dev.adjc.operator.Formula.RESULT;
import static dev.adjc.operator.Formula.X;
import static dev.adjc.operator.Formula.Y;
import static dev.adjc.operator.Formula.Z;
import static dev.adjc.operator.Formula.ZERO;
import static dev.adjc.operator.Formula.apply;
import static dev.adjc.operator.Operator.internal;

import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.special.Norms;
import java.util.List;

/**
 * What reductions are lowered to.
 *
 * <p>A value may be computed in one way and differentiated in another: it is {@code sloped} by the sum of {@code slope_term}s, one
 * for each argument with its partial.
 */
public final class Reductions {
    private Reductions() {}

    public static final Operator SLOPE_TERM = internal("slope_term", 2)
            .spelled(new Spelling.Absent(), "nothing")
            .traits(Trait.EXACT, Trait.SLOPE_STATED)
            .partials(Y, ZERO)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .source("0, with y as the partial by x");
    public static final Operator SLOPED = internal("sloped", 2)
            .spelled(new Spelling.Absent(), "second")
            .traits(Trait.EXACT, Trait.SLOPE_STATED, Trait.FINITE_PARTIALS)
            .partials(ONE, ZERO)
            .sampled(-3, 3)
            .sampled(-3, 3)
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
                    ONE, apply(Reductions.LOGSUM_SLOPE, Y, Z, RESULT), apply(Reductions.LOGSUM_SLOPE, Y, Z, RESULT)))
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
            .partials(() -> List.of(apply(Choices.FLAT, X)))
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
}
