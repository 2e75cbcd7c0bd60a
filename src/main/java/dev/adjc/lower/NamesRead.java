package dev.adjc.lower;

import dev.adjc.syntax.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that stand in an expression, in order, each once. */
final class NamesRead implements Expression.Visitor<Void> {
    private final Set<String> names = new LinkedHashSet<>();

    private NamesRead() {}

    static Set<String> in(Expression expression) {
        NamesRead read = new NamesRead();
        expression.accept(read);
        return read.names;
    }

    private Void all(List<Expression> expressions) {
        expressions.forEach(expression -> expression.accept(this));
        return null;
    }

    @Override
    public Void literal(Expression.Literal number) {
        return null;
    }

    @Override
    public Void constant(Expression.Constant constant) {
        return null;
    }

    @Override
    public Void name(Expression.Name name) {
        names.add(name.text());
        return null;
    }

    @Override
    public Void access(Expression.Access access) {
        for (Expression.Access.Index index : access.indices()) {
            if (index instanceof Expression.Access.At at) {
                at.position().accept(this);
            }
        }
        return null;
    }

    @Override
    public Void call(Expression.Call call) {
        return all(call.arguments());
    }

    @Override
    public Void reduction(Expression.Reduction reduction) {
        return null;
    }

    @Override
    public Void signed(Expression.Signed signed) {
        return all(List.of(signed.operand()));
    }

    @Override
    public Void power(Expression.Power power) {
        return all(List.of(power.base(), power.exponent()));
    }

    @Override
    public Void product(Expression.Product product) {
        product.first().accept(this);
        product.rest().forEach(factor -> factor.operand().accept(this));
        return null;
    }

    @Override
    public Void sum(Expression.Sum sum) {
        sum.first().accept(this);
        sum.rest().forEach(term -> term.operand().accept(this));
        return null;
    }

    @Override
    public Void comparison(Expression.Comparison comparison) {
        return all(List.of(comparison.left(), comparison.right()));
    }

    @Override
    public Void not(Expression.Not not) {
        return all(List.of(not.condition()));
    }

    @Override
    public Void junction(Expression.Junction junction) {
        return all(junction.conditions());
    }

    @Override
    public Void conditional(Expression.Conditional conditional) {
        conditional.arms().forEach(arm -> all(List.of(arm.condition(), arm.value())));
        return all(List.of(conditional.otherwise()));
    }

    @Override
    public Void array(Expression.Array array) {
        return all(array.elements());
    }
}
