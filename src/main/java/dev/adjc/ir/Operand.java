package dev.adjc.ir;

/** What an operator is applied to: an element that is read, or a number that stands there. */
public sealed interface Operand permits Access, Literal, IndexNumber {

    /** Whether this is a literal of exactly these bits. */
    default boolean isLiteral(double number) {
        return this instanceof Literal literal
                && Double.doubleToRawLongBits(literal.number()) == Double.doubleToRawLongBits(number);
    }
}
