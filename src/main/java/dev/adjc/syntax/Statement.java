package dev.adjc.syntax;

import dev.adjc.source.Span;
import java.util.List;

/** A statement of a function's body. */
public sealed interface Statement {

    Span span();

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of statement. */
    interface Visitor<R> {
        R definition(Definition definition);

        R callDefinition(CallDefinition definition);

        R loop(Loop loop);

        R require(Require require);

        R broken(Broken broken);
    }

    /** {@code target = value;} */
    record Definition(Target target, Expression value, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.definition(this);
        }
    }

    /** {@code (u, v) = rotate(a, b);} */
    record CallDefinition(List<Target> targets, Expression.Call call, Span span) implements Statement {
        public CallDefinition {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.callDefinition(this);
        }
    }

    /** {@code for index in range { body }} */
    record Loop(Identifier index, Range range, List<Statement> body, Span span) implements Statement {
        public Loop {
            body = List.copyOf(body);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** {@code require condition : "text";} */
    record Require(Expression condition, Text text, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.require(this);
        }
    }

    /**
     * A statement with a mistake that has been reported.
     *
     * @param names the names that occur in it: each may be meant as defined, or as used
     */
    record Broken(List<Identifier> names, Span span) implements Statement {
        public Broken {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }
}
