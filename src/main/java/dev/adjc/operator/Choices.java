package dev.adjc.operator;

import static dev.adjc.operator.Formula.ONE;
import static dev.adjc.operator.Formula.RESULT;
import static dev.adjc.operator.Formula.X;
import static dev.adjc.operator.Formula.Y;
import static dev.adjc.operator.Formula.Z;
import static dev.adjc.operator.Formula.ZERO;
import static dev.adjc.operator.Formula.apply;
import static dev.adjc.operator.Operator.function;
import static dev.adjc.operator.Operator.internal;
import static dev.adjc.operator.Operator.row;

import dev.adjc.operator.Operator.Family;
import dev.adjc.operator.Operator.Point;
import dev.adjc.operator.Operator.Row;
import dev.adjc.operator.Operator.Trait;
import dev.adjc.operator.special.Kinks;
import java.util.ArrayList;
import java.util.List;

/** Kinks, steps and choices. */
public final class Choices {
    private Choices() {}

    public static final Operator SIGN = function("sign", 1)
            .java(Math.class, "signum")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Choices.FLAT, X)))
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
            .partials(() -> List.of(apply(Choices.FLAT, X)))
            .sampled(0.1, 0.9)
            .at(1, 1, 0)
            .at(Double.NaN, Double.NaN, Double.NaN)
            .note("the derivative is 0, also at jumps")
            .source("0 at jumps, by convention");
    public static final Operator CEIL = function("ceil", 1)
            .java(Math.class, "ceil")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Choices.FLAT, X)))
            .sampled(0.1, 0.9)
            .at(1, 1, 0)
            .note("the derivative is 0, also at jumps")
            .source("0 at jumps, by convention");
    public static final Operator ROUND = function("round", 1)
            .java(Math.class, "rint")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Choices.FLAT, X)))
            .sampled(0.1, 0.4)
            .at(0.5, 0, 0)
            .at(1.5, 2, 0)
            .note("half to even; the derivative is 0, also at jumps")
            .source("0 at jumps, by convention");
    public static final Operator STEP = function("step", 1)
            .copied(Kinks.class, "step")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Choices.FLAT, X)))
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
            .partials(() -> List.of(apply(Choices.OR_NAN, apply(STEP, X), RESULT)))
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
            .partials(() -> List.of(apply(Choices.MAX_WEIGHT, X, Y), apply(Choices.MAX_WEIGHT, Y, X)))
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
            .partials(() -> List.of(apply(Choices.MIN_WEIGHT, X, Y), apply(Choices.MIN_WEIGHT, Y, X)))
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
                    apply(Choices.CLAMP_DX, X, Y, Z),
                    apply(Choices.CLAMP_DLO, X, Y, Z),
                    apply(Choices.CLAMP_DHI, X, Y, Z)))
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
            .partials(() -> List.of(apply(Choices.OR_NAN, ONE, RESULT), apply(Choices.MOD_DY, X, Y, RESULT)))
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
                    apply(Choices.OR_NAN, Y, RESULT),
                    apply(Choices.OR_NAN, X, RESULT),
                    apply(Choices.OR_NAN, ONE, RESULT)))
            .sampled(-3, 3)
            .sampled(-3, 3)
            .sampled(-3, 3)
            .note("x*y + z, rounded once")
            .source("IEEE 754");
    public static final Operator STOP_GRADIENT = function("stop_gradient", 1)
            .spelled(new Spelling.Absent(), "copy")
            .traits(Trait.EXACT, Trait.STOPPED, Trait.FINITE_PARTIALS)
            .partials(() -> List.of(ZERO))
            .sampled(-3, 3)
            .source("no derivative");

    // Partials that are more than a formula.

    public static final Operator FLAT = internal("flat", 1)
            .copied(Kinks.class, "flat")
            .cost(Cost.COMPARE)
            .traits(Trait.FINITE_PARTIALS, Trait.FLAT, Trait.EXACT)
            .partials(() -> List.of(apply(Choices.FLAT, X)))
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

    /** The largest of several arguments; each of k that tie has the partial 1/k. */
    public static Operator max(int arity) {
        return arity == 2 ? MAX : extreme("max", arity, "largest", MAX);
    }

    /** The smallest of several arguments; each of k that tie has the partial 1/k. */
    public static Operator min(int arity) {
        return arity == 2 ? MIN : extreme("min", arity, "smallest", MIN);
    }

    private static Operator extreme(String name, int arity, String method, Operator ofTwo) {
        List<Partial> shares = new ArrayList<>();
        Formula ties = apply(Operators.TIES, RESULT, new Formula.Argument(0));
        for (int i = 1; i < arity; i++) {
            ties = ties.plus(apply(Operators.TIES, RESULT, new Formula.Argument(i)));
        }
        for (int i = 0; i < arity; i++) {
            shares.add(apply(Operators.TIES, RESULT, new Formula.Argument(i)).over(ties));
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
}
