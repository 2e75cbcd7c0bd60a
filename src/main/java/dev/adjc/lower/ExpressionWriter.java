package dev.adjc.lower;

import dev.adjc.check.Callee;
import dev.adjc.ir.Access;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes expressions as steps under one guard. */
final class ExpressionWriter {
    /** Guards nest so deep; below, all conditions on the way become one. */
    private static final int DEEPEST = 16;

    /** So many arms of an {@code else if} chain nest; then the conditions so far become one. */
    private static final int ARMS = 8;

    private final Body body;
    private final Steps steps;
    private final Scope scope;
    private final Guard guard;
    private final Function<Span, Origin> origins;

    ExpressionWriter(Body body, Scope scope, Guard guard, Function<Span, Origin> origins) {
        this.body = body;
        this.steps = body.steps();
        this.scope = scope;
        this.guard = guard;
        this.origins = origins;
    }

    /** The number that the expression stands for; it is given to the target if there is one. */
    Operand real(Expression expression, Optional<Value> target) {
        Operand operand = expression.accept(new Writer(target));
        if (target.isPresent() && !operand.equals(target.get().read())) {
            steps.same(target.get(), operand);
            Operator copy = Lowering.isInteger(operand) ? Operators.REAL : Operators.COPY;
            return steps.define(target, guard, origins.apply(expression.span()), copy, List.of(operand));
        }
        return target.isPresent() ? operand : body.real(operand, guard, origins.apply(expression.span()));
    }

    private Operand real(Expression expression) {
        return real(expression, Optional.empty());
    }

    /** The condition that the expression stands for. */
    Operand condition(Expression expression) {
        return expression.accept(new Writer(Optional.empty()));
    }

    /** What a call gives, one operand for each output. */
    List<Operand> results(Expression.Call call, List<Optional<Value>> targets) {
        Callee callee = body.callees().apply(call);
        if (callee instanceof Callee.Expanded expanded) {
            List<Operand> arguments = arguments(call, expanded.function().parameters());
            return body.expand(expanded.function(), arguments, targets, guard, origins);
        }
        return List.of(real(call, targets.get(0)));
    }

    /** What a call's argument stands for: no derivative flows into a fixed one. */
    private List<Operand> arguments(Expression.Call call, List<Declaration.Parameter> parameters) {
        List<Operand> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Expression argument = call.arguments().get(i);
            arguments.add(
                    switch (parameters.get(i).kind()) {
                        case REAL -> real(argument);
                        case CONST -> stopped(argument);
                        case INT -> argument.accept(new Writer(Optional.empty()));
                    });
        }
        return arguments;
    }

    private Operand stopped(Expression expression) {
        Operand operand = real(expression);
        return steps.isActive(operand)
                ? once(Optional.empty(), expression.span(), Operators.STOP_GRADIENT, operand)
                : operand;
    }

    private Operand once(Optional<Value> target, Span span, Operator operator, Operand... operands) {
        return steps.defineOnce(target, guard, origins.apply(span), operator, List.of(operands));
    }

    private ExpressionWriter under(Guard inner) {
        return new ExpressionWriter(body, scope, inner, origins);
    }

    /** The guard with one more condition; where it gets deep, all its conditions are brought together in one. */
    private Guard narrowed(Guard outer, Value condition, boolean expected, Span span) {
        if (outer.depth() < DEEPEST) {
            return outer.and(condition, expected);
        }
        Operand all = Literal.of(true);
        for (int depth = 1; depth <= outer.depth(); depth++) {
            Guard one = outer.at(depth);
            Operand holds = one.expected()
                    ? one.condition().read()
                    : steps.define(
                            Optional.empty(),
                            one.outer(),
                            origins.apply(span),
                            Operators.NOT,
                            List.of(one.condition().read()));
            all = all instanceof Literal
                    ? holds
                    : steps.define(
                            Optional.empty(), Guard.ALWAYS, origins.apply(span), Operators.AND, List.of(all, holds));
        }
        return Guard.ALWAYS.and(((Access) all).value(), true).and(condition, expected);
    }

    private final class Writer implements Expression.Visitor<Operand> {
        private final Optional<Value> target;

        Writer(Optional<Value> target) {
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
            return scope.get(name.text());
        }

        @Override
        public Operand access(Expression.Access access) {
            throw unchecked("an array", access);
        }

        @Override
        public Operand reduction(Expression.Reduction reduction) {
            throw unchecked("a reduction", reduction);
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
                total = once(
                        i + 1 == sum.rest().size() ? target : Optional.empty(),
                        sum.span(),
                        operator,
                        total,
                        real(term.operand()));
            }
            return total;
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
                return once(target, span, Operators.POW, x, real(exponent));
            }
            Literal n = Literal.of(number.value());
            if (n.number() == 0) {
                return Literal.ONE;
            }
            if (negative) {
                return once(target, span, Operators.RECIPROCAL_POWER, x, n);
            }
            return n.number() == 1 ? x : once(target, span, Operators.POWER, x, n);
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
                Guard open = narrowed(guard, ((Access) all).value(), and, next.span());
                Operand right = under(open).condition(next);
                all = once(Optional.empty(), junction.span(), and ? Operators.AND : Operators.OR, all, right);
            }
            return all;
        }

        @Override
        public Operand conditional(Expression.Conditional conditional) {
            Value result = target.orElseGet(() -> steps.values().real("choice", Value.Role.TEMPORARY));
            steps.several(result);
            Guard rest = guard;
            Operand taken = Literal.of(false);
            List<Operand> open = new ArrayList<>();
            for (Expression.Conditional.Arm arm : conditional.arms()) {
                Operand condition = under(rest).condition(arm.condition());
                Span span = arm.condition().span();
                Value chosen = condition instanceof Access access
                        ? access.value()
                        : ((Access) steps.define(
                                        Optional.of(
                                                steps.values().make("c", Value.Type.CONDITION, Value.Role.TEMPORARY)),
                                        rest,
                                        origins.apply(span),
                                        Operators.COPY,
                                        List.of(condition)))
                                .value();
                Guard then = narrowed(rest, chosen, true, span);
                under(then).real(arm.value(), Optional.of(result));
                open.add(chosen.read());
                if (open.size() < ARMS) {
                    rest = narrowed(rest, chosen, false, span);
                } else {
                    taken = anyOf(taken, open, span);
                    open.clear();
                    rest = narrowed(guard, ((Access) taken).value(), false, span);
                }
            }
            under(rest).real(conditional.otherwise(), Optional.of(result));
            return result.read();
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
            Callee callee = body.callees().apply(call);
            if (callee instanceof Callee.Expanded) {
                return results(call, List.of(target)).get(0);
            }
            if (callee instanceof Callee.Provided provided) {
                return provided(call, provided.extern());
            }
            if (callee instanceof Callee.IntegerQuotient) {
                Operand quotient = divided(call, Operators.DIVIDE, Optional.empty());
                return once(target, call.span(), Operators.FLOOR, quotient);
            }
            if (callee instanceof Callee.IntegerRemainder) {
                return divided(call, Operators.MOD, target);
            }
            Operator operator = ((Callee.Builtin) callee).operator();
            if (operator == Operators.POW) {
                return raised(call.arguments().get(0), call.arguments().get(1), call.span());
            }
            List<Operand> arguments = new ArrayList<>();
            call.arguments().forEach(argument -> arguments.add(real(argument)));
            return steps.defineOnce(target, guard, origins.apply(call.span()), operator, arguments);
        }

        private Operand provided(Expression.Call call, Declaration.Extern extern) {
            List<Operand> arguments = new ArrayList<>();
            for (Operand argument : arguments(call, extern.parameters())) {
                arguments.add(body.real(argument, guard, origins.apply(call.span())));
            }
            Operator operator = body.externs().operator(extern);
            return steps.defineOnce(target, guard, origins.apply(call.span()), operator, arguments);
        }

        /** Integers are exact as reals, and so is their quotient once it is floored; by 0 there is none. */
        private Operand divided(Expression.Call call, Operator operator, Optional<Value> target) {
            Expression divisor = call.arguments().get(1);
            Operand a = real(call.arguments().get(0));
            Operand b = real(divisor);
            if (!(b instanceof Literal literal && literal.number() != 0)) {
                Operand nonzero = once(Optional.empty(), divisor.span(), Operators.UNEQUAL, b, Literal.ZERO);
                body.require(
                        nonzero, divisor, "the divisor of " + call.function().text() + " is 0", scope, guard, origins);
            }
            return once(target, call.span(), operator, a, b);
        }
    }
}
