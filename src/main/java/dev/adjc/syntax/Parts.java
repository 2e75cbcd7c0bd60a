package dev.adjc.syntax;

import java.util.ArrayList;
import java.util.List;

/** What {@link Expression#parts()} are for each kind of expression. */
final class Parts implements Expression.Visitor<List<Expression>> {
    static final Parts OF = new Parts();

    private Parts() {}

    @Override
    public List<Expression> literal(Expression.Literal literal) {
        return List.of();
    }

    @Override
    public List<Expression> constant(Expression.Constant constant) {
        return List.of();
    }

    @Override
    public List<Expression> name(Expression.Name name) {
        return List.of();
    }

    @Override
    public List<Expression> access(Expression.Access access) {
        List<Expression> parts = new ArrayList<>();
        for (Expression.Access.Index index : access.indices()) {
            if (index instanceof Expression.Access.At at) {
                parts.add(at.position());
            }
        }
        return parts;
    }

    @Override
    public List<Expression> call(Expression.Call call) {
        return call.arguments();
    }

    @Override
    public List<Expression> reduction(Expression.Reduction reduction) {
        List<Expression> parts = new ArrayList<>();
        for (Binder binder : reduction.binders()) {
            binder.range().ifPresent(range -> {
                parts.add(range.from());
                parts.add(range.to());
            });
        }
        parts.add(reduction.body());
        return parts;
    }

    @Override
    public List<Expression> signed(Expression.Signed signed) {
        return List.of(signed.operand());
    }

    @Override
    public List<Expression> power(Expression.Power power) {
        return List.of(power.base(), power.exponent());
    }

    @Override
    public List<Expression> product(Expression.Product product) {
        List<Expression> parts = new ArrayList<>(List.of(product.first()));
        product.rest().forEach(factor -> parts.add(factor.operand()));
        return parts;
    }

    @Override
    public List<Expression> sum(Expression.Sum sum) {
        List<Expression> parts = new ArrayList<>(List.of(sum.first()));
        sum.rest().forEach(term -> parts.add(term.operand()));
        return parts;
    }

    @Override
    public List<Expression> comparison(Expression.Comparison comparison) {
        return List.of(comparison.left(), comparison.right());
    }

    @Override
    public List<Expression> not(Expression.Not not) {
        return List.of(not.condition());
    }

    @Override
    public List<Expression> junction(Expression.Junction junction) {
        return junction.conditions();
    }

    @Override
    public List<Expression> conditional(Expression.Conditional conditional) {
        List<Expression> parts = new ArrayList<>();
        conditional.arms().forEach(arm -> parts.addAll(List.of(arm.condition(), arm.value())));
        parts.add(conditional.otherwise());
        return parts;
    }

    @Override
    public List<Expression> array(Expression.Array array) {
        return array.elements();
    }
}
