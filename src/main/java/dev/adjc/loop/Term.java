package dev.adjc.loop;

import dev.adjc.ir.Index;
import dev.adjc.ir.Value;
import dev.adjc.operator.Operator;
import java.util.List;

/** An expression of one statement. */
public sealed interface Term {

    /** What a name or a place holds. */
    record Read(Value value) implements Term {}

    /** An element of what lies in an array, at a place in each dimension that the array has. */
    record Element(Value value, List<Index> at) implements Term {
        public Element {
            at = List.copyOf(at);
        }
    }

    /** A whole number, such as a size or a place, where a real is wanted. */
    record Whole(Index index) implements Term {}

    /** A number that stands there; of a condition 1 or 0. */
    record Number(double number) implements Term {}

    /** An operator, applied. */
    record Apply(Operator operator, List<Term> operands) implements Term {
        public Apply {
            operands = List.copyOf(operands);
        }
    }
}
