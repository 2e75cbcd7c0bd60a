package dev.adjc.operator;

import java.util.List;

/** How an operator is written in Java. */
public sealed interface Spelling {

    /** Between its operands, or before a single one. */
    record Infix(String symbol, int precedence) implements Spelling {}

    /** A static method of the JDK: {@code java.lang.Math.sin}. */
    record StaticMethod(String className, String method) implements Spelling {}

    /** A static method of the user's, with {@code double.class} or {@code int.class} for each parameter. */
    record ExternMethod(String className, String method, List<Class<?>> parameters) implements Spelling {
        public ExternMethod {
            parameters = List.copyOf(parameters);
        }
    }

    /** A method of {@code dev.adjc.operator.special}, copied into the class that uses it. */
    record CopiedMethod(String method) implements Spelling {}

    /** Not at all: it has become something else before Java is written. */
    record Absent() implements Spelling {}

    /** {@code first == 0 ? 0 : second}. */
    record UnlessZero() implements Spelling {}

    /** {@code first symbol second ? 1 : 0}. */
    record Choice(String symbol) implements Spelling {}

    /** An operator of two arguments, applied to the first two, then to what it gave and the third, and so on. */
    record Nested(Operator ofTwo) implements Spelling {}
}
