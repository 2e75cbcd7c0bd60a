package dev.adjc.syntax;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes an expression with brackets around everything that has parts. */
final class Bracketed implements Expression.Visitor<String> {

    private String of(Expression expression) {
        return expression.accept(this);
    }

    private String list(List<Expression> expressions) {
        return expressions.stream().map(this::of).collect(Collectors.joining(", "));
    }

    private static String sign(Expression.Sign sign) {
        return sign == Expression.Sign.PLUS ? "+" : "-";
    }

    @Override
    public String literal(Expression.Literal literal) {
        return literal.text();
    }

    @Override
    public String constant(Expression.Constant constant) {
        return constant.symbol().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String name(Expression.Name name) {
        return name.text();
    }

    @Override
    public String access(Expression.Access access) {
        return access.indices().stream()
                .map(index -> index instanceof Expression.Access.At at ? of(at.position()) : ":")
                .collect(Collectors.joining(", ", access.array() + "[", "]"));
    }

    @Override
    public String call(Expression.Call call) {
        return call.function() + "(" + list(call.arguments()) + ")";
    }

    @Override
    public String reduction(Expression.Reduction reduction) {
        return reduction.binders().stream()
                .map(binder -> binder.name() + binder.range().map(this::range).orElse(""))
                .collect(Collectors.joining(", ", reduction.kind().text() + "[", "](" + of(reduction.body()) + ")"));
    }

    private String range(Range range) {
        return " in " + of(range.from()) + (range.end() == Range.End.EXCLUDED ? "..<" : "..") + of(range.to());
    }

    @Override
    public String signed(Expression.Signed signed) {
        return sign(signed.sign()) + of(signed.operand());
    }

    @Override
    public String power(Expression.Power power) {
        return "(" + of(power.base()) + "^" + of(power.exponent()) + ")";
    }

    @Override
    public String product(Expression.Product product) {
        return product.rest().stream()
                .map(factor ->
                        (factor.operator() == Expression.Product.Scaling.TIMES ? " * " : " / ") + of(factor.operand()))
                .collect(Collectors.joining("", "(" + of(product.first()), ")"));
    }

    @Override
    public String sum(Expression.Sum sum) {
        return sum.rest().stream()
                .map(term -> " " + sign(term.sign()) + " " + of(term.operand()))
                .collect(Collectors.joining("", "(" + of(sum.first()), ")"));
    }

    @Override
    public String comparison(Expression.Comparison comparison) {
        return "(" + of(comparison.left()) + " " + comparison.relation().text() + " " + of(comparison.right()) + ")";
    }

    @Override
    public String not(Expression.Not not) {
        return "not " + of(not.condition());
    }

    @Override
    public String junction(Expression.Junction junction) {
        String connective = " " + junction.connective().name().toLowerCase(Locale.ROOT) + " ";
        return junction.conditions().stream().map(this::of).collect(Collectors.joining(connective, "(", ")"));
    }

    @Override
    public String conditional(Expression.Conditional conditional) {
        return conditional.arms().stream()
                .map(arm -> "if " + of(arm.condition()) + " then " + of(arm.value()) + " else ")
                .collect(Collectors.joining("", "", of(conditional.otherwise())));
    }

    @Override
    public String array(Expression.Array array) {
        return "[" + list(array.elements()) + "]";
    }
}
