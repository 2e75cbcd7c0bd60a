package dev.adjc.check;

import dev.adjc.operator.Operator;
import dev.adjc.syntax.Declaration;

/** What a call calls. */
public sealed interface Callee {

    /** A function of the table; {@code max} and {@code min} of the arity that the call has. */
    record Builtin(Operator operator) implements Callee {}

    /** {@code div} of integers: the quotient, floored. */
    record IntegerQuotient() implements Callee {}

    /** {@code mod} of integers: what {@code div} leaves. */
    record IntegerRemainder() implements Callee {}

    /** A function of the program, of a file that it imports, or of the library: expanded in place. */
    record Expanded(Declaration.Function function) implements Callee {}

    /** A function that Java code provides. */
    record Provided(Declaration.Extern extern) implements Callee {}

    /** What a declaration is to its callers. */
    static Callee of(Declaration declaration) {
        return declaration.accept(new Declaration.Visitor<>() {
            @Override
            public Callee function(Declaration.Function function) {
                return new Expanded(function);
            }

            @Override
            public Callee extern(Declaration.Extern extern) {
                return new Provided(extern);
            }
        });
    }
}
