package dev.adjc.operator;

/** A partial derivative: a {@link Formula} of the table, or what an {@code extern} function's rule says. */
public interface Partial {

    /** What evaluating it costs, the arguments and the result given. */
    Cost cost();
}
