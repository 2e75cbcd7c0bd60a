package dev.adjc.check;

import dev.adjc.ir.Index;
import dev.adjc.syntax.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** The whole number that an integer expression stands for; the expression has been checked to be one. */
public final class IntegerForm {
    private final Names names;

    /** What the names in an integer expression stand for. */
    public interface Names {
        /** A size, an index or an integer. */
        Index number(Expression.Name name);

        /** An element of an array of integers. */
        Index entry(Expression.Access access, List<Index> places);

        /** Takes notice of a {@code div} or {@code mod} by this. */
        default void divided(Expression.Call call, Index divisor) {}
    }

    private IntegerForm(Names names) {
        this.names = names;
    }

    /**
     * The number.
     *
     * @throws ArithmeticException if one in it leaves the range of a {@code long}
     */
    public static Index of(Expression expression, Names names) {
        return new IntegerForm(names).of(expression);
    }

    private Index of(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Index.of(Long.parseLong(literal.text()));
        }
        if (expression instanceof Expression.Name name) {
            return names.number(name);
        }
        if (expression instanceof Expression.Access access) {
            return entry(access);
        }
        if (expression instanceof Expression.Signed signed) {
            Index operand = of(signed.operand());
            return signed.sign() == Expression.Sign.PLUS ? operand : operand.times(-1);
        }
        if (expression instanceof Expression.Sum sum) {
            return sum(sum);
        }
        if (expression instanceof Expression.Product product) {
            return product(product);
        }
        if (expression instanceof Expression.Call call) {
            return quotient(call);
        }
        throw unchecked(expression);
    }

    private Index entry(Expression.Access access) {
        return names.entry(
                access,
                access.indices().stream()
                        .map(index -> of(((Expression.Access.At) index).position()))
                        .collect(Collectors.toList()));
    }

    private Index sum(Expression.Sum sum) {
        Index total = of(sum.first());
        for (Expression.Sum.Term term : sum.rest()) {
            Index operand = of(term.operand());
            total = term.sign() == Expression.Sign.PLUS ? total.plus(operand) : total.minus(operand);
        }
        return total;
    }

    private Index product(Expression.Product product) {
        Index total = of(product.first());
        for (Expression.Product.Factor factor : product.rest()) {
            if (factor.operator() != Expression.Product.Scaling.TIMES) {
                throw unchecked(product);
            }
            total = total.times(of(factor.operand()));
        }
        return total;
    }

    /** {@code div} and {@code mod}. */
    private Index quotient(Expression.Call call) {
        Index dividend = of(call.arguments().get(0));
        Index divisor = of(call.arguments().get(1));
        names.divided(call, divisor);
        return call.function().text().equals("div") ? dividend.dividedBy(divisor) : dividend.modulo(divisor);
    }

    private static IllegalStateException unchecked(Expression expression) {
        return new IllegalStateException("no integer, and passed the checks, at " + expression.span());
    }
}
