package dev.adjc.check;

import dev.adjc.source.Span;
import dev.adjc.syntax.Expression;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether an expression is one of integers: integer literals and names, elements of integer arrays, {@code + - *},
 * {@code div} and {@code mod}, whatever functions of these names the file declares.
 */
final class IntegerCheck {
    private static final Map<String, Callee> FUNCTIONS =
            Map.of("div", new Callee.IntegerQuotient(), "mod", new Callee.IntegerRemainder());

    private final Scope scope;
    private final Wanted wanted;

    /** Which integers will do. */
    enum Wanted {
        ANY,
        /** Those that are fixed before the function runs: by sizes, literals, integer parameters and loop indices. */
        FIXED
    }

    /** A part that will not do. */
    record Fault(Kind kind, Span span) {
        enum Kind {
            REAL,
            DIVISION,
            NOT_FIXED,
            TOO_LARGE,
            BY_ZERO,
            /** A mistake of its own, which is reported elsewhere. */
            UNKNOWN
        }
    }

    private IntegerCheck(Scope scope, Wanted wanted) {
        this.scope = scope;
        this.wanted = wanted;
    }

    /** The function of integers, of two arguments, that bears this name. */
    static Optional<Callee> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    /** The first part of an expression that will not do. */
    static Optional<Fault> find(Expression expression, Scope scope, Wanted wanted) {
        return new IntegerCheck(scope, wanted).find(expression);
    }

    private Optional<Fault> find(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return literal(literal);
        }
        if (expression instanceof Expression.Name name) {
            return named(scope.find(name.text()), name.span());
        }
        if (expression instanceof Expression.Access access) {
            return element(access, scope.find(access.array().text()));
        }
        if (expression instanceof Expression.Product product) {
            for (Expression.Product.Factor factor : product.rest()) {
                if (factor.operator() == Expression.Product.Scaling.DIVIDE) {
                    return find(product.first()).or(() -> fault(Fault.Kind.DIVISION, factor.operatorSpan()));
                }
            }
            return parts(expression);
        }
        if (expression instanceof Expression.Call call
                && function(call.function().text()).isPresent()) {
            return parts(call).or(() -> divisor(call));
        }
        boolean transparent = expression instanceof Expression.Signed || expression instanceof Expression.Sum;
        return transparent ? parts(expression) : fault(Fault.Kind.REAL, expression.span());
    }

    private Optional<Fault> parts(Expression expression) {
        for (Expression part : expression.parts()) {
            Optional<Fault> fault = find(part);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(Fault.Kind kind, Span span) {
        return Optional.of(new Fault(kind, span));
    }

    private static Optional<Fault> literal(Expression.Literal literal) {
        if (!literal.isInteger()) {
            return fault(Fault.Kind.REAL, literal.span());
        }
        return literal.value() < Long.MAX_VALUE ? Optional.empty() : fault(Fault.Kind.TOO_LARGE, literal.span());
    }

    private Optional<Fault> named(Optional<Binding> binding, Span span) {
        if (binding.isEmpty()
                || binding.get().shape().isEmpty()
                || binding.get().isArray()) {
            return fault(Fault.Kind.UNKNOWN, span);
        }
        if (!binding.get().isInteger()) {
            return fault(Fault.Kind.REAL, span);
        }
        boolean varies = binding.get().role() == Binding.Role.INDEX;
        return varies && wanted == Wanted.FIXED ? fault(Fault.Kind.NOT_FIXED, span) : Optional.empty();
    }

    /** An element; its places are checked as indices of their own. */
    private Optional<Fault> element(Expression.Access access, Optional<Binding> array) {
        Span span = access.span();
        boolean isElement = access.parts().size() == access.indices().size()
                && array.flatMap(Binding::shape)
                        .filter(shape -> shape.rank() == access.indices().size())
                        .isPresent();
        if (!isElement) {
            return fault(Fault.Kind.UNKNOWN, span);
        }
        if (!array.orElseThrow().isInteger()) {
            return fault(Fault.Kind.REAL, span);
        }
        return wanted == Wanted.FIXED
                ? fault(Fault.Kind.NOT_FIXED, span)
                : parts(access).flatMap(within -> fault(Fault.Kind.UNKNOWN, span));
    }

    private static Optional<Fault> divisor(Expression.Call call) {
        if (call.arguments().size() != 2) {
            return fault(Fault.Kind.UNKNOWN, call.span());
        }
        boolean zero = call.arguments().get(1) instanceof Expression.Literal literal && literal.value() == 0;
        return zero ? fault(Fault.Kind.BY_ZERO, call.span()) : Optional.empty();
    }
}
