package dev.adjc.syntax;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes the expressions of the tree. A whole one is nothing if it has a mistake, which is then reported. */
final class ExpressionBuilder {
    private final Places places;
    private final List<Diagnostic> diagnostics;
    private int depth;

    ExpressionBuilder(Places places, List<Diagnostic> diagnostics) {
        this.places = places;
        this.diagnostics = diagnostics;
    }

    /** Leaves an expression in which a mistake has been reported. */
    private static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mistake() {
            super(null, null, false, false);
        }
    }

    private <T> Optional<T> whole(Supplier<T> part) {
        depth = 0;
        try {
            return Optional.of(part.get());
        } catch (Mistake reported) {
            return Optional.empty();
        }
    }

    Optional<Expression> whole(AdParser.ValueContext value) {
        return whole(() -> value(value));
    }

    Optional<Expression> whole(AdParser.ExpressionContext expression) {
        return whole(() -> expression(expression));
    }

    Optional<Expression> whole(AdParser.DisjunctionContext condition) {
        return whole(() -> disjunction(condition));
    }

    Optional<Range> range(AdParser.RangeContext range) {
        return whole(() -> rangeOf(range));
    }

    Optional<Binder> binder(AdParser.BinderContext binder) {
        return whole(() -> binderOf(binder));
    }

    Optional<Expression.Call> call(Token function, AdParser.ArgumentsContext arguments) {
        return whole(() -> callOf(function, arguments));
    }

    private Mistake mistake(Span span, Code code, String... arguments) {
        diagnostics.add(Diagnostic.at(span, code, arguments));
        return new Mistake();
    }

    /** Counts what the parser reads without recursion but the tree holds inside one another. */
    private void deepen(int levels, ParserRuleContext rule) {
        depth += levels;
        if (depth > NestingParser.LIMIT) {
            throw mistake(places.of(rule.getStart()), Code.TOO_DEEP);
        }
    }

    private Range rangeOf(AdParser.RangeContext range) {
        return new Range(
                sum(range.sum(0)),
                sum(range.sum(1)),
                range.TO() == null ? Range.End.EXCLUDED : Range.End.INCLUDED,
                places.of(range));
    }

    private Binder binderOf(AdParser.BinderContext binder) {
        return new Binder(
                identifier(binder.NAME().getSymbol()),
                Optional.ofNullable(binder.range()).map(this::rangeOf),
                places.of(binder));
    }

    private Expression value(AdParser.ValueContext value) {
        if (value.array() == null) {
            return expression(value.expression());
        }
        List<Expression> elements = new ArrayList<>();
        deepen(1, value);
        for (AdParser.ValueContext element : value.array().value()) {
            elements.add(value(element));
        }
        depth--;
        return new Expression.Array(elements, places.of(value));
    }

    private Expression expression(AdParser.ExpressionContext expression) {
        return expression.conditional() == null
                ? disjunction(expression.disjunction())
                : conditional(expression.conditional());
    }

    private Expression nested(AdParser.ExpressionContext expression) {
        deepen(1, expression);
        Expression inner = expression(expression);
        depth--;
        return inner;
    }

    private Expression conditional(AdParser.ConditionalContext conditional) {
        List<Expression.Conditional.Arm> arms = new ArrayList<>();
        List<AdParser.DisjunctionContext> conditions = conditional.disjunction();
        List<AdParser.ExpressionContext> values = conditional.expression();
        for (int i = 0; i < values.size(); i++) {
            arms.add(new Expression.Conditional.Arm(disjunction(conditions.get(i)), nested(values.get(i))));
        }
        return new Expression.Conditional(
                arms, disjunction(conditions.get(conditions.size() - 1)), places.of(conditional));
    }

    private Expression disjunction(AdParser.DisjunctionContext disjunction) {
        if (disjunction.getChildCount() == 1) {
            return conjunction(disjunction.conjunction(0));
        }
        List<AdParser.ConjunctionContext> parts = disjunction.conjunction();
        List<Expression> conditions = new ArrayList<>(parts.size());
        parts.forEach(part -> conditions.add(conjunction(part)));
        return new Expression.Junction(Expression.Junction.Connective.OR, conditions, places.of(disjunction));
    }

    private Expression conjunction(AdParser.ConjunctionContext conjunction) {
        if (conjunction.getChildCount() == 1) {
            return negation(conjunction.negation(0));
        }
        List<AdParser.NegationContext> parts = conjunction.negation();
        List<Expression> conditions = new ArrayList<>(parts.size());
        parts.forEach(part -> conditions.add(negation(part)));
        return new Expression.Junction(Expression.Junction.Connective.AND, conditions, places.of(conjunction));
    }

    private Expression negation(AdParser.NegationContext negation) {
        if (negation.getChildCount() == 1) {
            return comparison(negation.comparison());
        }
        List<TerminalNode> nots = negation.NOT();
        deepen(nots.size(), negation);
        Expression inner = comparison(negation.comparison());
        depth -= nots.size();
        for (int i = nots.size(); i > 0; i--) {
            Token not = nots.get(i - 1).getSymbol();
            inner = new Expression.Not(inner, places.between(not, negation.getStop()));
        }
        return inner;
    }

    private Expression comparison(AdParser.ComparisonContext comparison) {
        Expression left = sum(comparison.sum(0));
        if (comparison.getChildCount() == 1) {
            return left;
        }
        for (AdParser.RelationContext relation : comparison.relation()) {
            if (relation.EQUALS() != null) {
                throw mistake(places.of(relation), Code.EQUALS_IN_EXPRESSION);
            }
        }
        if (comparison.relation().size() > 1) {
            throw mistake(places.of(comparison.relation(1)), Code.CHAINED_COMPARISON, unchained(comparison));
        }
        AdParser.RelationContext relation = comparison.relation(0);
        return new Expression.Comparison(
                left,
                relation(relation.getStart()),
                places.of(relation),
                sum(comparison.sum(1)),
                places.of(comparison));
    }

    /** The first two links of a chain as two conditions. */
    private String unchained(AdParser.ComparisonContext comparison) {
        String middle = places.of(comparison.sum(1)).text();
        String first = places.between(comparison.getStart(), comparison.sum(1).getStop())
                .text();
        String second = places.between(
                        comparison.relation(1).getStart(), comparison.sum(2).getStop())
                .text();
        return first + " and " + middle + " " + second;
    }

    private static Expression.Comparison.Relation relation(Token token) {
        return switch (token.getType()) {
            case AdParser.LESS -> Expression.Comparison.Relation.LESS;
            case AdParser.LESS_OR_EQUAL -> Expression.Comparison.Relation.LESS_OR_EQUAL;
            case AdParser.GREATER -> Expression.Comparison.Relation.GREATER;
            case AdParser.GREATER_OR_EQUAL -> Expression.Comparison.Relation.GREATER_OR_EQUAL;
            case AdParser.EQUAL -> Expression.Comparison.Relation.EQUAL;
            default -> Expression.Comparison.Relation.NOT_EQUAL;
        };
    }

    private Expression sum(AdParser.SumContext sum) {
        Expression first = product(sum.product(0));
        if (sum.getChildCount() == 1) {
            return first;
        }
        List<AdParser.ProductContext> parts = sum.product();
        List<Expression.Sum.Term> rest = new ArrayList<>(parts.size() - 1);
        for (int i = 1; i < parts.size(); i++) {
            Token operator = operatorBefore(sum, i);
            rest.add(new Expression.Sum.Term(sign(operator), places.of(operator), product(parts.get(i))));
        }
        return new Expression.Sum(first, rest, places.of(sum));
    }

    private Expression product(AdParser.ProductContext product) {
        Expression first = operand(product.operand(0));
        if (product.getChildCount() == 1) {
            return first;
        }
        List<AdParser.OperandContext> parts = product.operand();
        List<Expression.Product.Factor> rest = new ArrayList<>(parts.size() - 1);
        for (int i = 1; i < parts.size(); i++) {
            Token operator = operatorBefore(product, i);
            rest.add(new Expression.Product.Factor(
                    operator.getType() == AdParser.TIMES
                            ? Expression.Product.Scaling.TIMES
                            : Expression.Product.Scaling.DIVIDE,
                    places.of(operator),
                    operand(parts.get(i))));
        }
        return new Expression.Product(first, rest, places.of(product));
    }

    /** Parts and operators alternate. */
    private static Token operatorBefore(ParserRuleContext chain, int part) {
        return ((TerminalNode) chain.getChild(2 * part - 1)).getSymbol();
    }

    private static Expression.Sign sign(Token token) {
        return token.getType() == AdParser.PLUS ? Expression.Sign.PLUS : Expression.Sign.MINUS;
    }

    /** From the right: the signs of a part hold for its power, {@code -a ^ -b ^ c} is -(a ^ (-(b ^ c))). */
    private Expression operand(AdParser.OperandContext operand) {
        if (operand.getChildCount() == 1 && operand.power(0).getChildCount() == 1) {
            return primary(operand.power(0).primary());
        }
        List<AdParser.PowerContext> parts = operand.power();
        int levels = parts.size() - 1;
        for (AdParser.PowerContext part : parts) {
            levels += part.getChildCount() - 1;
        }
        deepen(levels, operand);
        Token last = operand.getStop();
        AdParser.PowerContext rightmost = parts.get(parts.size() - 1);
        Expression value = signed(rightmost, primary(rightmost.primary()), last);
        for (int i = parts.size() - 2; i >= 0; i--) {
            AdParser.PrimaryContext base = parts.get(i).primary();
            Expression power = new Expression.Power(
                    primary(base),
                    places.of(operatorBefore(operand, i + 1)),
                    value,
                    places.between(base.getStart(), last));
            value = signed(parts.get(i), power, last);
        }
        depth -= levels;
        return value;
    }

    private Expression signed(AdParser.PowerContext power, Expression unsigned, Token last) {
        Expression value = unsigned;
        for (int i = power.getChildCount() - 2; i >= 0; i--) {
            Token sign = ((TerminalNode) power.getChild(i)).getSymbol();
            value = new Expression.Signed(sign(sign), value, places.between(sign, last));
        }
        return value;
    }

    private Expression primary(AdParser.PrimaryContext primary) {
        Token start = primary.getStart();
        Span span = places.of(primary);
        switch (start.getType()) {
            case AdParser.NUMBER:
                return new Expression.Literal(start.getText(), span);
            case AdParser.PI:
                return new Expression.Constant(Expression.Constant.Symbol.PI, span);
            case AdParser.INF:
                return new Expression.Constant(Expression.Constant.Symbol.INF, span);
            case AdParser.OPEN:
                return nested(primary.expression());
            default:
                break;
        }
        if (primary.arguments() != null) {
            return callOf(start, primary.arguments());
        }
        if (start.getType() == AdParser.REDUCTION) {
            return reduction(primary);
        }
        return primary.subscripts() == null ? new Expression.Name(start.getText(), span) : access(primary);
    }

    private Expression.Call callOf(Token function, AdParser.ArgumentsContext arguments) {
        List<Expression> values = new ArrayList<>();
        for (AdParser.ExpressionContext argument : arguments.expression()) {
            values.add(nested(argument));
        }
        return new Expression.Call(identifier(function), values, places.between(function, arguments.getStop()));
    }

    private Expression reduction(AdParser.PrimaryContext primary) {
        Token kind = primary.getStart();
        List<Binder> binders = new ArrayList<>();
        for (AdParser.BinderContext binder : primary.binder()) {
            binders.add(binderOf(binder));
        }
        return new Expression.Reduction(
                Expression.Reduction.Kind.of(kind.getText()),
                places.of(kind),
                binders,
                nested(primary.expression()),
                places.of(primary));
    }

    private Expression access(AdParser.PrimaryContext primary) {
        List<Expression.Access.Index> indices = new ArrayList<>();
        for (AdParser.SubscriptContext each : primary.subscripts().subscript()) {
            indices.add(
                    each.expression() == null
                            ? new Expression.Access.Whole(places.of(each))
                            : new Expression.Access.At(nested(each.expression())));
        }
        return new Expression.Access(identifier(primary.getStart()), indices, places.of(primary));
    }

    private Identifier identifier(Token token) {
        return new Identifier(token.getText(), places.of(token));
    }
}
