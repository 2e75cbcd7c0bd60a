package dev.adjc.operator;

/** How an operator is written in Java. */
public sealed interface Spelling {

    /** Between its operands, or before a single one. */
    record Infix(String symbol, int precedence) implements Spelling {}

    /** A static method of a class on the class path: {@code java.lang.Math.sin}. */
    record StaticMethod(String className, String method) implements Spelling {}

    /** A method of {@code dev.adjc.operator.special}, copied into the class that uses it. */
    record CopiedMethod(String method) implements Spelling {}

    /** {@code first == 0 ? 0 : second}. */
    record UnlessZero() implements Spelling {}

    /** {@code first symbol second ? 1 : 0}. */
    record Choice(String symbol) implements Spelling {}

    /** An operator of two arguments, applied to the first two, then to what it gave and the third, and so on. */
    record Nested(Operator ofTwo) implements Spelling {}
}
