package dev.adjc.ir;

import java.util.Optional;
import java.util.function.Function;

/** What an operator is applied to: an element that is read, or a number that stands there. */
public sealed interface Operand permits Access, Literal, IndexNumber {

    /** The operand with other numbers in place of symbols and entries. */
    default Operand replace(Function<Index.Atom, Optional<Index>> replacement) {
        return this;
    }

    /** Whether this is a literal of exactly these bits. */
    default boolean isLiteral(double number) {
        return this instanceof Literal literal
                && Double.doubleToRawLongBits(literal.number()) == Double.doubleToRawLongBits(number);
    }
}
