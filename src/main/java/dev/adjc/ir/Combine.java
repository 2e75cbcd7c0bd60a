package dev.adjc.ir;

/** How a definition gives its target a value. */
public enum Combine {
    /** The value is what the operator gives; once on every path. */
    SET(Double.NaN),
    /** What the operator gives is added to 0; in a derivative the first one on a path may set, which makes a zero's sign. */
    SUM(0),
    /** The greatest of what the operator gives, NaN if that is among it. A target that gets nothing is -inf. */
    MAX(Double.NEGATIVE_INFINITY),
    /** The least of what the operator gives, NaN if that is among it. A target that gets nothing is inf. */
    MIN(Double.POSITIVE_INFINITY);

    private final double ofNothing;

    Combine(double ofNothing) {
        this.ofNothing = ofNothing;
    }

    /** What a target is that gets nothing; of one that is to be set, there is no such number. */
    public double ofNothing() {
        return ofNothing;
    }

    /** A further number, after others. */
    public double combine(double before, double number) {
        return switch (this) {
            case SET -> number;
            case SUM -> before + number;
            case MAX -> Math.max(before, number);
            case MIN -> Math.min(before, number);
        };
    }
}
