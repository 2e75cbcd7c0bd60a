package dev.adjc.ir;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One line of a program. */
public sealed interface Step permits Definition, Requirement {

    Domain domain();

    Origin origin();

    /** The same step under another guard. */
    Step where(Guard guard);

    /** The same step, each operand and each condition being what the function makes of it; what it gives stays. */
    Step reading(UnaryOperator<Operand> current);

    /** Takes the step apart by its kind. */
    default <T> T match(Function<Definition, T> definition, Function<Requirement, T> requirement) {
        return this instanceof Definition step ? definition.apply(step) : requirement.apply((Requirement) this);
    }
}
