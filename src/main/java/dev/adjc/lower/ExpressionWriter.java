package dev.adjc.lower;

import dev.adjc.check.Callee;
import dev.adjc.ir.Access;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Value;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes expressions as steps under one guard. */
final class ExpressionWriter {
    /** Guards nest so deep; below, all conditions on the way become one. */
    private static final int DEEPEST = 16;

    /** So many arms of an {@code else if} chain nest; then the conditions so far become one. */
    private static final int ARMS = 8;

    /** A few integers of 32 bits, each times such a factor, add up to one of 53 bits. */
    private static final long LARGEST_FACTOR = 1 << 16;

    private final Body body;
    private final Steps steps;
    private final Frame frame;

    ExpressionWriter(Body body, Frame frame) {
        this.body = body;
        this.steps = body.steps();
        this.frame = frame;
    }

    /** The number that the expression stands for; it is given to the target if there is one. */
    Operand real(Expression expression, Optional<Access> target) {
        Operand operand = expression.accept(new Writer(target));
        if (target.isPresent() && !operand.equals(target.get())) {
            steps.same(target.get(), operand);
            return steps.define(target, frame.domain(), origin(expression.span()), Operators.COPY, List.of(operand));
        }
        return operand;
    }

    private Operand real(Expression expression) {
        return real(expression, Optional.empty());
    }

    /** The condition that the expression stands for. */
    Operand condition(Expression expression) {
        return expression.accept(new Writer(Optional.empty()));
    }

    private Origin origin(Span span) {
        return frame.origins().apply(span);
    }

    private Operand once(Optional<Access> target, Span span, Operator operator, Operand... operands) {
        return steps.defineOnce(target, frame.domain(), origin(span), operator, List.of(operands));
    }

    private ExpressionWriter under(Guard inner) {
        return new ExpressionWriter(
                body, frame.within(frame.scope(), frame.domain().with(inner)));
    }

    /** The guard with one more condition; where it gets deep, all its conditions are brought together in one. */
    private Guard narrowed(Guard outer, Access condition, boolean expected, Span span) {
        if (outer.depth() < DEEPEST) {
            return outer.and(condition, expected);
        }
        Domain always = frame.domain().with(Guard.ALWAYS);
        Operand all = Literal.of(true);
        for (int depth = 1; depth <= outer.depth(); depth++) {
            Guard one = outer.at(depth);
            Operand holds = one.expected()
                    ? one.condition()
                    : steps.define(
                            Optional.empty(),
                            frame.domain().with(one.outer()),
                            origin(span),
                            Operators.NOT,
                            List.of(one.condition()));
            all = all instanceof Literal
                    ? holds
                    : steps.define(Optional.empty(), always, origin(span), Operators.AND, List.of(all, holds));
        }
        return Guard.ALWAYS.and((Access) all, true).and(condition, expected);
    }

    private final class Writer implements Expression.Visitor<Operand> {
        private final Optional<Access> target;

        Writer(Optional<Access> target) {
            this.target = target;
        }

        @Override
        public Operand literal(Expression.Literal number) {
            return Literal.of(number.value());
        }

        @Override
        public Operand constant(Expression.Constant constant) {
            return Literal.of(constant.symbol().value());
        }

        @Override
        public Operand name(Expression.Name name) {
            Meaning meaning = frame.scope().get(name.text());
            if (meaning instanceof Meaning.Whole whole) {
                return number(whole.index());
            }
            return ((Meaning.Number) meaning).operand();
        }

        private Operand number(Index index) {
            OptionalLong literal = index.literal();
            return literal.isPresent() ? Literal.of((double) literal.getAsLong()) : new IndexNumber(index);
        }

        @Override
        public Operand access(Expression.Access access) {
            View array = ((Meaning.Array) frame.scope().get(access.array().text())).view();
            List<Optional<Index>> places = new ArrayList<>();
            for (Expression.Access.Index index : access.indices()) {
                Expression position = ((Expression.Access.At) index).position();
                places.add(Optional.of(body.integer(position, frame)));
            }
            new RangeChecks(steps, frame).check(access, array, places);
            return array.slice(places).element(List.of());
        }

        @Override
        public Operand reduction(Expression.Reduction reduction) {
            return new ReductionWriter(body, frame).write(reduction, target);
        }

        @Override
        public Operand array(Expression.Array array) {
            throw unchecked("an array", array);
        }

        private IllegalStateException unchecked(String what, Expression expression) {
            return new IllegalStateException(what + " passed the checks at " + expression.span());
        }

        @Override
        public Operand signed(Expression.Signed signed) {
            Operand operand = real(signed.operand());
            if (signed.sign() == Expression.Sign.PLUS) {
                return operand;
            }
            return operand instanceof Literal literal
                    ? Literal.of(-literal.number())
                    : once(target, signed.span(), Operators.NEGATE, operand);
        }

        @Override
        public Operand sum(Expression.Sum sum) {
            Operand total = real(sum.first());
            for (int i = 0; i < sum.rest().size(); i++) {
                Expression.Sum.Term term = sum.rest().get(i);
                Operator operator = term.sign() == Expression.Sign.PLUS ? Operators.ADD : Operators.SUBTRACT;
                Operand operand = real(term.operand());
                Optional<Index> whole = whole(total, operand, term.sign());
                total = whole.isPresent()
                        ? number(whole.get())
                        : once(
                                i + 1 == sum.rest().size() ? target : Optional.empty(),
                                sum.span(),
                                operator,
                                total,
                                operand);
            }
            return total;
        }

        /** The sum of integers that 53 bits are enough for, so that it is the one of reals as well. */
        private Optional<Index> whole(Operand left, Operand right, Expression.Sign sign) {
            if (!(left instanceof IndexNumber || right instanceof IndexNumber)) {
                return Optional.empty();
            }
            long factor = sign == Expression.Sign.PLUS ? 1 : -1;
            return Facts.whole(left)
                    .flatMap(first -> Facts.whole(right).map(second -> first.plus(second.times(factor))))
                    .filter(whole -> whole.terms().entrySet().stream()
                            .allMatch(term -> term.getKey().size() <= 1 && Math.abs(term.getValue()) < LARGEST_FACTOR));
        }

        @Override
        public Operand product(Expression.Product product) {
            Operand total = real(product.first());
            for (int i = 0; i < product.rest().size(); i++) {
                Expression.Product.Factor factor = product.rest().get(i);
                boolean times = factor.operator() == Expression.Product.Scaling.TIMES;
                total = once(
                        i + 1 == product.rest().size() ? target : Optional.empty(),
                        product.span(),
                        times ? Operators.MULTIPLY : Operators.DIVIDE,
                        total,
                        real(factor.operand()));
            }
            return total;
        }

        @Override
        public Operand power(Expression.Power power) {
            return raised(power.base(), power.exponent(), power.span());
        }

        /** A power with an integer literal as exponent is one of multiplications. */
        private Operand raised(Expression base, Expression exponent, Span span) {
            boolean negative = exponent instanceof Expression.Signed signed && signed.sign() == Expression.Sign.MINUS;
            Expression unsigned = exponent instanceof Expression.Signed signed ? signed.operand() : exponent;
            Operand x = real(base);
            if (!(unsigned instanceof Expression.Literal number && number.isInteger())) {
                return once(target, span, Exponentials.POW, x, real(exponent));
            }
            Literal n = Literal.of(number.value());
            if (n.number() == 0) {
                return Literal.ONE;
            }
            if (negative) {
                return once(target, span, Exponentials.RECIPROCAL_POWER, x, n);
            }
            return n.number() == 1 ? x : once(target, span, Exponentials.POWER, x, n);
        }

        @Override
        public Operand comparison(Expression.Comparison comparison) {
            Operator operator = switch (comparison.relation()) {
                case LESS -> Operators.LESS;
                case LESS_OR_EQUAL -> Operators.LESS_OR_EQUAL;
                case GREATER -> Operators.GREATER;
                case GREATER_OR_EQUAL -> Operators.GREATER_OR_EQUAL;
                case EQUAL -> Operators.EQUAL;
                case NOT_EQUAL -> Operators.UNEQUAL;
            };
            return once(target, comparison.span(), operator, real(comparison.left()), real(comparison.right()));
        }

        @Override
        public Operand not(Expression.Not not) {
            return once(target, not.span(), Operators.NOT, condition(not.condition()));
        }

        @Override
        public Operand junction(Expression.Junction junction) {
            boolean and = junction.connective() == Expression.Junction.Connective.AND;
            Operand all = condition(junction.conditions().get(0));
            for (Expression next :
                    junction.conditions().subList(1, junction.conditions().size())) {
                if (all instanceof Literal literal) {
                    if ((literal.number() != 0) != and) {
                        return all;
                    }
                    all = condition(next);
                    continue;
                }
                Guard open = narrowed(frame.domain().guard(), (Access) all, and, next.span());
                Operand right = under(open).condition(next);
                all = once(Optional.empty(), junction.span(), and ? Operators.AND : Operators.OR, all, right);
            }
            return all;
        }

        @Override
        public Operand conditional(Expression.Conditional conditional) {
            Access result = target.orElseGet(() -> steps.values().real("choice", Value.Role.TEMPORARY, frame.domain()));
            steps.several(result.value());
            Guard guard = frame.domain().guard();
            Guard rest = guard;
            Operand taken = Literal.of(false);
            List<Operand> open = new ArrayList<>();
            for (Expression.Conditional.Arm arm : conditional.arms()) {
                Operand condition = under(rest).condition(arm.condition());
                Span span = arm.condition().span();
                Access chosen = condition instanceof Access access ? access : literal(condition, rest, span);
                Guard then = narrowed(rest, chosen, true, span);
                under(then).real(arm.value(), Optional.of(result));
                open.add(chosen);
                if (open.size() < ARMS) {
                    rest = narrowed(rest, chosen, false, span);
                } else {
                    taken = anyOf(taken, open, span);
                    open.clear();
                    rest = narrowed(guard, (Access) taken, false, span);
                }
            }
            under(rest).real(conditional.otherwise(), Optional.of(result));
            return result;
        }

        /** A condition that is known to hold, or not to, as one that can be asked for. */
        private Access literal(Operand condition, Guard guard, Span span) {
            Domain domain = frame.domain().with(guard);
            Access copy = steps.values().over(domain, "c", Value.Type.CONDITION, Value.Role.TEMPORARY);
            return steps.define(Optional.of(copy), domain, origin(span), Operators.COPY, List.of(condition));
        }

        /** Whether one of these conditions holds; each is read only if those before it do not. */
        private Operand anyOf(Operand first, List<Operand> rest, Span span) {
            Operand any = first;
            for (Operand next : rest) {
                any = any instanceof Literal ? next : once(Optional.empty(), span, Operators.OR, any, next);
            }
            return any;
        }

        @Override
        public Operand call(Expression.Call call) {
            Callee callee = body.callee(call);
            if (callee instanceof Callee.Expanded expanded) {
                Meaning result = body.expand(call, expanded.function(), List.of(target), frame)
                        .get(0);
                return ((Meaning.Number) result).operand();
            }
            Operator operator = callee instanceof Callee.Provided provided
                    ? body.externs().operator(provided.extern())
                    : ((Callee.Builtin) callee).operator();
            if (operator == Exponentials.POW) {
                return raised(call.arguments().get(0), call.arguments().get(1), call.span());
            }
            List<Operand> arguments = new ArrayList<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                Expression argument = call.arguments().get(i);
                arguments.add(
                        callee instanceof Callee.Provided provided
                                ? provided(
                                        argument, provided.extern().parameters().get(i))
                                : real(argument));
            }
            return steps.defineOnce(target, frame.domain(), origin(call.span()), operator, arguments);
        }

        /** An argument of an extern function: no derivative flows into a fixed one. */
        private Operand provided(Expression argument, Declaration.Parameter parameter) {
            return switch (parameter.kind()) {
                case REAL -> real(argument);
                case CONST -> new Arguments(body, frame).stopped(real(argument), origin(argument.span()));
                case INT -> number(body.integer(argument, frame));
            };
        }
    }
}
