package dev.adjc.check;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether an expression is one of integers: integer literals and names, {@code + - *}, {@code div} and {@code mod},
 * whatever functions of these names the file declares.
 */
final class IntegerCheck {
    private static final Map<String, Callee> FUNCTIONS =
            Map.of("div", new Callee.IntegerQuotient(), "mod", new Callee.IntegerRemainder());

    private IntegerCheck() {}

    /** The function of integers, of two arguments, that bears this name. */
    static Optional<Callee> function(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    /** What is wrong with the argument of an integer parameter, at the first part of it that is a real. */
    static Optional<Diagnostic> of(
            Expression argument, FunctionCheck function, Declaration.Parameter parameter, Declaration callee) {
        return real(argument, function)
                .map(real -> real.isDivision()
                        ? Diagnostic.at(real.span(), Code.REAL_DIVISION)
                        : Diagnostic.at(
                                        real.span(),
                                        Code.INTEGER_WANTED,
                                        parameter.name().text(),
                                        callee.name().text())
                                .with(parameter.name().span()));
    }

    private record Real(Span span, boolean isDivision) {}

    private static Optional<Real> real(Expression expression, FunctionCheck function) {
        if (expression instanceof Expression.Literal literal && literal.isInteger()) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Name name && function.isIntegerOrUnknown(name.text())) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Signed signed) {
            return real(signed.operand(), function);
        }
        if (expression instanceof Expression.Sum sum) {
            Optional<Real> found = real(sum.first(), function);
            for (Expression.Sum.Term term : sum.rest()) {
                found = found.or(() -> real(term.operand(), function));
            }
            return found;
        }
        if (expression instanceof Expression.Product product) {
            Optional<Real> found = real(product.first(), function);
            for (Expression.Product.Factor factor : product.rest()) {
                found = found.or(() -> factor.operator() == Expression.Product.Scaling.DIVIDE
                        ? Optional.of(new Real(factor.operatorSpan(), true))
                        : real(factor.operand(), function));
            }
            return found;
        }
        if (expression instanceof Expression.Call call
                && function(call.function().text()).isPresent()) {
            return call.arguments().stream()
                    .flatMap(argument -> real(argument, function).stream())
                    .findFirst();
        }
        return Optional.of(new Real(expression.span(), false));
    }
}
