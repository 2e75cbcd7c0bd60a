package dev.adjc.loop;

import dev.adjc.ir.Value;
import dev.adjc.ir.Index;
import dev.adjc.operator.Operator;
import java.util.List;

/** An expression of one statement. */
public sealed interface Term {

    /** What a name or a place holds. */
    record Read(Value value) implements Term {}

    /** A number that stands there; of a condition 1 or 0. */
    record Number(double number) implements Term {}

    /** An integer, as a real number. */
    record Whole(Index index) implements Term {}

    /** An operator, applied. */
    record Apply(Operator operator, List<Term> operands) implements Term {
        public Apply {
            operands = List.copyOf(operands);
        }
    }
}
