package dev.adjc.syntax;

import dev.adjc.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An expression: a number, a condition or, where the language allows one, an array.
 *
 * <p>Brackets leave no node, but the span of what they enclose does not include them. Chains of one precedence are one
 * node each.
 */
public sealed interface Expression {

    Span span();

    <R> R accept(Visitor<R> visitor);

    /** The expressions that it consists of, those in ranges and between brackets too, in the order of the text. */
    default List<Expression> parts() {
        return accept(Parts.OF);
    }

    /** The names of numbers in it, but for those within reductions, which may be indices of their own. */
    default List<Name> names() {
        if (this instanceof Name name) {
            return List.of(name);
        }
        return this instanceof Reduction
                ? List.of()
                : parts().stream().flatMap(part -> part.names().stream()).collect(Collectors.toList());
    }

    /** One method for each kind of expression. */
    interface Visitor<R> {
        R literal(Literal literal);

        R constant(Constant constant);

        R name(Name name);

        R access(Access access);

        R call(Call call);

        R reduction(Reduction reduction);

        R signed(Signed signed);

        R power(Power power);

        R product(Product product);

        R sum(Sum sum);

        R comparison(Comparison comparison);

        R not(Not not);

        R junction(Junction junction);

        R conditional(Conditional conditional);

        R array(Array array);
    }

    /** A literal, {@code 2} or {@code 1e-3}, as it is written; finite. */
    record Literal(String text, Span span) implements Expression {
        public double value() {
            return Double.parseDouble(text);
        }

        /** Whether it is written with digits alone: {@code 2}, but not {@code 2.0}. */
        public boolean isInteger() {
            return text.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** {@code pi} or {@code inf}. */
    record Constant(Symbol symbol, Span span) implements Expression {
        /** Which constant. */
        public enum Symbol {
            PI(Math.PI),
            INF(Double.POSITIVE_INFINITY);

            private final double value;

            Symbol(double value) {
                this.value = value;
            }

            public double value() {
                return value;
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A name without brackets: a number, an index, a size, or a whole array. */
    record Name(String text, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** {@code a[i, j]}, or a slice, {@code a[i, :]}. */
    record Access(Identifier array, List<Index> indices, Span span) implements Expression {
        public Access {
            indices = List.copyOf(indices);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.access(this);
        }

        /** A place between the brackets. */
        public sealed interface Index {
            Span span();
        }

        /** An element's position. */
        public record At(Expression position) implements Index {
            @Override
            public Span span() {
                return position.span();
            }
        }

        /** {@code :}, the whole dimension. */
        public record Whole(Span span) implements Index {}
    }

    /** {@code f(x, y)}: a built-in function, one of the program, or an extern one. */
    record Call(Identifier function, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code sum[i, j in 0..i](body)} */
    record Reduction(Kind kind, Span kindSpan, List<Binder> binders, Expression body, Span span) implements Expression {
        public Reduction {
            binders = List.copyOf(binders);
        }

        /** What is done with the values of the body. */
        public enum Kind {
            SUM("sum"),
            PROD("prod"),
            MIN("min"),
            MAX("max"),
            MEAN("mean"),
            LOGSUMEXP("logsumexp"),
            NORM("norm");

            private final String text;

            Kind(String text) {
                this.text = text;
            }

            /** The reduction of that name. */
            static Kind of(String text) {
                return valueOf(text.toUpperCase(Locale.ROOT));
            }

            public String text() {
                return text;
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reduction(this);
        }
    }

    /** The operators {@code +} and {@code -}, between terms and before an operand. */
    enum Sign {
        PLUS,
        MINUS
    }

    /** {@code -a} or {@code +a} */
    record Signed(Sign sign, Expression operand, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.signed(this);
        }
    }

    /** {@code base ^ exponent} */
    record Power(Expression base, Span operator, Expression exponent, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.power(this);
        }
    }

    /** {@code first * f1 / f2 …}, from left to right. */
    record Product(Expression first, List<Factor> rest, Span span) implements Expression {
        public Product {
            rest = List.copyOf(rest);
        }

        /** An operator with its right operand. */
        public record Factor(Scaling operator, Span operatorSpan, Expression operand) {}

        /** The two operators of a product. */
        public enum Scaling {
            TIMES,
            DIVIDE
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.product(this);
        }
    }

    /** {@code first + t1 - t2 …}, from left to right. */
    record Sum(Expression first, List<Term> rest, Span span) implements Expression {
        public Sum {
            rest = List.copyOf(rest);
        }

        /** An operator with its right operand. */
        public record Term(Sign sign, Span operatorSpan, Expression operand) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sum(this);
        }
    }

    /** {@code left < right} */
    record Comparison(Expression left, Relation relation, Span relationSpan, Expression right, Span span)
            implements Expression {
        /** The relations. */
        public enum Relation {
            LESS("<"),
            LESS_OR_EQUAL("<="),
            GREATER(">"),
            GREATER_OR_EQUAL(">="),
            EQUAL("=="),
            NOT_EQUAL("!=");

            private final String text;

            Relation(String text) {
                this.text = text;
            }

            public String text() {
                return text;
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comparison(this);
        }
    }

    /** {@code not condition} */
    record Not(Expression condition, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** {@code c1 and c2 and …} or {@code c1 or c2 or …}; a condition is evaluated if those before it do not decide. */
    record Junction(Connective connective, List<Expression> conditions, Span span) implements Expression {
        public Junction {
            conditions = List.copyOf(conditions);
        }

        /** The two connectives. */
        public enum Connective {
            AND,
            OR
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.junction(this);
        }
    }

    /** {@code if c1 then e1 else if c2 then e2 … else otherwise} */
    record Conditional(List<Arm> arms, Expression otherwise, Span span) implements Expression {
        public Conditional {
            arms = List.copyOf(arms);
        }

        /** A condition and the value where it holds and none before it does. */
        public record Arm(Expression condition, Expression value) {}

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /** {@code [f1, f2]} or {@code [[1, 0], [0, c]]}, the right-hand side of a definition. */
    record Array(List<Expression> elements, Span span) implements Expression {
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.array(this);
        }
    }
}
