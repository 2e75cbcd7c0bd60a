package dev.adjc.operator;

/** The partial of an {@code extern} function for which the program gives no rule. */
public record NoRule() implements Partial {
    @Override
    public Cost cost() {
        return Cost.NONE;
    }
}
