package dev.adjc.ir;

import java.util.function.Function;

/** One line of a program. */
public sealed interface Step permits Definition, Requirement {

    Domain domain();

    Origin origin();

    /** Takes the step apart by its kind. */
    default <T> T match(Function<Definition, T> definition, Function<Requirement, T> requirement) {
        return this instanceof Definition step ? definition.apply(step) : requirement.apply((Requirement) this);
    }
}
