package dev.adjc.lower;

import dev.adjc.operator.Operator;
import dev.adjc.syntax.Declaration;

/** What a call stands for. */
public sealed interface Callee {

    /** A function of the table; {@code max} and {@code min} of the arity that the call has. */
    record Builtin(Operator operator) implements Callee {}

    /** A function of the program or the library, to be expanded in place. */
    record Expanded(Declaration.Function function) implements Callee {}

    /** A function that Java code provides. */
    record Provided(Declaration.Extern extern) implements Callee {}
}
