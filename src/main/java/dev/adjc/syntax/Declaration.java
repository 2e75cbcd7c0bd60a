package dev.adjc.syntax;

import dev.adjc.source.Span;
import java.util.List;
import java.util.Optional;

/** What a file declares: a function of its own, or one that Java code provides. */
public sealed interface Declaration {

    Identifier name();

    /** The text of the {@code /** … *}{@code /} before it, without stars. */
    Optional<String> doc();

    List<Parameter> parameters();

    Span span();

    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of declaration. */
    interface Visitor<R> {
        R function(Function function);

        R extern(Extern extern);
    }

    /** {@code function name(parameters) -> outputs { statements }} */
    record Function(
            Identifier name,
            Optional<String> doc,
            List<Parameter> parameters,
            List<Output> outputs,
            List<Statement> statements,
            Span span)
            implements Declaration {
        public Function {
            parameters = List.copyOf(parameters);
            outputs = List.copyOf(outputs);
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.function(this);
        }
    }

    /** {@code extern function name(parameters) = "java.Name.method" { d x = …; }}; scalar in and out. */
    record Extern(
            Identifier name,
            Optional<String> doc,
            List<Parameter> parameters,
            Text javaName,
            List<Rule> rules,
            Span span)
            implements Declaration {
        public Extern {
            parameters = List.copyOf(parameters);
            rules = List.copyOf(rules);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.extern(this);
        }
    }

    /**
     * A parameter of a function.
     *
     * @param sizes one expression of size names for each dimension; empty for a number
     */
    record Parameter(Kind kind, Identifier name, List<Expression> sizes, Optional<String> doc, Span span) {
        public Parameter {
            sizes = List.copyOf(sizes);
        }

        /** What the word before a parameter says. */
        public enum Kind {
            /** A real that derivatives are taken with respect to. */
            REAL,
            /** A real that is held fixed. */
            CONST,
            INT
        }
    }

    /** An output; without sizes it has the rank and the sizes that the body gives it. */
    record Output(Identifier name, List<Expression> sizes, Span span) {
        public Output {
            sizes = List.copyOf(sizes);
        }
    }

    /** {@code d x = partial;}: the partial derivative of an extern function by one of its parameters. */
    record Rule(Identifier parameter, Expression partial, Span span) {}
}
