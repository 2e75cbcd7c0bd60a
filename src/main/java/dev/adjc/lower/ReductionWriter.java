package dev.adjc.lower;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Value;
import dev.adjc.operator.Choices;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.Reductions;
import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes reductions: sums and extremes are definitions along further axes, the others are made of them. */
final class ReductionWriter {
    private final Body body;
    private final Steps steps;
    private final Frame frame;

    ReductionWriter(Body body, Frame frame) {
        this.body = body;
        this.steps = body.steps();
        this.frame = frame;
    }

    /** What the reduction gives; the target, where there is one. */
    Operand write(Expression.Reduction reduction, Optional<Access> target) {
        return new Reduction(reduction).write(target);
    }

    /** One reduction: its terms are an operand for each point of the inner domain. */
    private final class Reduction {
        private final Expression.Reduction tree;
        private final Domain outer;
        private final Origin origin;
        private final Frame inner;

        Reduction(Expression.Reduction tree) {
            this.tree = tree;
            this.outer = frame.domain();
            this.origin = frame.origins().apply(tree.span());
            boolean rounds = tree.kind() == Expression.Reduction.Kind.PROD;
            Scope scope = frame.scope().copy();
            Domain domain = outer;
            for (Binder binder : tree.binders()) {
                Axis.Order order = rounds ? Axis.Order.UP : Axis.Order.ANY;
                Axis axis = body.axis(binder, frame.within(scope, domain), domain, order);
                domain = domain.along(axis);
                scope.put(binder.name().text(), new Meaning.Whole(axis.place()));
            }
            this.inner = frame.within(scope, domain);
        }

        Operand write(Optional<Access> target) {
            return switch (tree.kind()) {
                case SUM -> combined(Combine.SUM, term(), target);
                case MAX -> combined(Combine.MAX, term(), target);
                case MIN -> combined(Combine.MIN, term(), target);
                case MEAN -> mean(target);
                case PROD -> product(target);
                case LOGSUMEXP -> logsumexp(target);
                case NORM -> norm(target);
            };
        }

        private Operand term() {
            return new ExpressionWriter(body, inner).real(tree.body(), Optional.empty());
        }

        /** Operands that are combined along the reduction's axes. */
        private Access combined(Combine combine, Operand term, Optional<Access> target) {
            return combined(combine, inner.domain(), term, target);
        }

        private Access combined(Combine combine, Domain domain, Operand term, Optional<Access> target) {
            Access result = target.filter(element -> !steps.isSeveral(element.value()))
                    .orElseGet(() -> steps.values().real(tree.kind().text(), Value.Role.TEMPORARY, outer));
            return steps.combine(result, domain, combine, origin, Operators.COPY, List.of(term));
        }

        private Operand at(Domain domain, Operator operator, Operand... operands) {
            return steps.defineOnce(Optional.empty(), domain, origin, operator, List.of(operands));
        }

        private Operand result(Optional<Access> target, Operator operator, Operand... operands) {
            return steps.defineOnce(target, outer, origin, operator, List.of(operands));
        }

        /** The sum over the number of terms, of which there must be one. */
        private Operand mean(Optional<Access> target) {
            Operand sum = combined(Combine.SUM, term(), Optional.empty());
            Operand count = count();
            if (!isPositive(count)) {
                Operand some = at(outer, Operators.GREATER, count, Literal.ZERO);
                steps.add(new Requirement(outer, some, "`mean` of nothing", List.of(), origin));
            }
            return result(target, Operators.DIVIDE, sum, count);
        }

        /** Whether the number of terms is positive wherever the mean is asked for: there is a place there. */
        private boolean isPositive(Operand count) {
            return count instanceof Literal
                    || count instanceof IndexNumber number
                            && Bounds.of(outer.axes())
                                    .isNeverNegative(number.index().plus(-1));
        }

        private Operand count() {
            Index count = Index.ONE;
            for (Axis axis : inner.domain()
                    .axes()
                    .subList(outer.axes().size(), inner.domain().axes().size())) {
                boolean uneven = inner.domain().axes().stream()
                        .skip(outer.axes().size())
                        .anyMatch(other -> axis.extent().mentions(other.symbol()));
                if (uneven) {
                    return combined(Combine.SUM, Literal.ONE, Optional.empty());
                }
                count = count.times(axis.extent().count());
            }
            return count.literal().isPresent()
                    ? Literal.of((double) count.literal().getAsLong())
                    : new IndexNumber(count);
        }

        /** The factor's derivative is the product of those before it and those behind it, which zeros do not mind. */
        private Operand product(Optional<Access> target) {
            List<Axis> upwards = inner.domain()
                    .axes()
                    .subList(outer.axes().size(), inner.domain().axes().size());
            Running up = running(Literal.ONE, upwards, outer, this::term);
            List<Axis> downwards = upwards.stream().map(Axis::reversed).toList();
            Running down = running(Literal.ONE, downwards, outer, up::factor);
            Domain domain = outer;
            for (Axis axis : upwards) {
                domain = domain.along(new Axis(axis.symbol(), axis.from(), axis.to(), Axis.Order.ANY));
            }
            Operand others = at(domain, Operators.MULTIPLY, up.before(), down.before());
            return sloped(target, up.total(), domain, up.factor(), others);
        }

        /** A product that runs along axes, with what it is when it comes to a factor. */
        private record Running(Operand total, Operand before, Operand factor) {}

        private Running running(Operand start, List<Axis> axes, Domain around, Supplier<Operand> factor) {
            if (axes.isEmpty()) {
                Operand next = factor.get();
                return new Running(at(around, Operators.MULTIPLY, start, next), start, next);
            }
            Axis axis = axes.get(0);
            Carried carried = new Carried(body, axis, around);
            carried.add("prod", Value.Role.TEMPORARY, new Meaning.Number(start), origin);
            Scope scope = carried.inside(new Scope());
            Domain rounds = around.along(axis);
            Running inside = running(number(scope), axes.subList(1, axes.size()), rounds, factor);
            scope.put("prod", new Meaning.Number(inside.total()));
            carried.close(frame.within(scope, rounds), origin);
            carried.after(scope);
            return new Running(number(scope), inside.before(), inside.factor());
        }

        private Operand number(Scope scope) {
            return ((Meaning.Number) scope.get("prod")).operand();
        }

        /** The value, the partial of which by each term is its weight. */
        private Operand sloped(Optional<Access> target, Operand value, Domain domain, Operand term, Operand weight) {
            Operand slopes =
                    combined(Combine.SUM, domain, at(domain, Reductions.SLOPE_TERM, term, weight), Optional.empty());
            return result(target, Reductions.SLOPED, slopes, value);
        }

        /** log(sum(exp(x))), shifted by the largest, whose own terms are counted, so that small ones beside them are not lost. */
        private Operand logsumexp(Optional<Access> target) {
            Operand term = term();
            Operand fixed = at(inner.domain(), Choices.STOP_GRADIENT, term);
            Operand largest = combined(Combine.MAX, fixed, Optional.empty());
            Operand shift = at(outer, Reductions.LOGSUM_SHIFT, largest);
            Operand power =
                    at(inner.domain(), Reductions.LOGSUM_EXP, at(inner.domain(), Operators.SUBTRACT, term, shift));
            Operand ties = at(inner.domain(), Operators.TIES, fixed, largest);
            Operand rest = combined(Combine.SUM, at(inner.domain(), Operators.SUBTRACT, power, ties), Optional.empty());
            Operand count = combined(Combine.SUM, ties, Optional.empty());
            return result(target, Reductions.LOGSUM, shift, rest, count);
        }

        /** sqrt(sum(x^2)), scaled by a power of two, which rounds nothing; its derivative is each element's share of it. */
        private Operand norm(Optional<Access> target) {
            Operand term = term();
            Operand largest = combined(Combine.MAX, at(inner.domain(), Choices.ABS, term), Optional.empty());
            Operand scale = at(outer, Reductions.NORM_SCALE, largest);
            Operand scaled = at(inner.domain(), Reductions.SCALED, term, scale);
            Operand squares =
                    combined(Combine.SUM, at(inner.domain(), Operators.MULTIPLY, scaled, scaled), Optional.empty());
            Operand root = at(outer, Exponentials.SQRT, squares);
            Operand weight = at(inner.domain(), Reductions.NORM_WEIGHT, scaled, root, scale);
            return sloped(target, at(outer, Reductions.UNSCALED, root, scale), inner.domain(), term, weight);
        }
    }
}
