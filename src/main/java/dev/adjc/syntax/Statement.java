package dev.adjc.syntax;

import dev.adjc.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A statement of a function's body. */
public sealed interface Statement {

    Span span();

    <R> R accept(Visitor<R> visitor);

    /** The statement, and those within it if it is a loop, in the order of the text. */
    default Stream<Statement> all() {
        return Stream.of(this);
    }

    /** What it defines by itself, not by statements within it. */
    default List<Target> targets() {
        return List.of();
    }

    /** What it computes by itself. */
    default List<Expression> expressions() {
        return List.of();
    }

    /** The names that statements define, those within loops too, in order. */
    static Set<String> names(List<Statement> statements) {
        Set<String> names = new LinkedHashSet<>();
        statements.stream()
                .flatMap(Statement::all)
                .flatMap(statement -> statement.targets().stream())
                .forEach(target -> names.add(target.name().text()));
        return names;
    }

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
        public List<Target> targets() {
            return List.of(target);
        }

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }

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
        public List<Expression> expressions() {
            return List.of(call);
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
        public Stream<Statement> all() {
            return Stream.concat(Stream.of(this), body.stream().flatMap(Statement::all));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** {@code require condition : "text";} */
    record Require(Expression condition, Text text, Span span) implements Statement {
        @Override
        public List<Expression> expressions() {
            return List.of(condition);
        }

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
