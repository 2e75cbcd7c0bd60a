package dev.adjc.ir;

/**
 * A number that stands in the program. Two literals are equal if their bits are, so that 0 and -0 differ; a condition's
 * literals are 1 and 0.
 */
public record Literal(double number) implements Operand {

    public static final Literal ZERO = new Literal(0);
    public static final Literal ONE = new Literal(1);
    public static final Literal MINUS_ONE = new Literal(-1);

    public static Literal of(double number) {
        return new Literal(number);
    }

    /** The condition that always or never holds. */
    public static Literal of(boolean holds) {
        return holds ? ONE : ZERO;
    }

    /** A whole number without a point, as a program would have it; otherwise the shortest text that reads back. */
    @Override
    public String toString() {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e10 && !(number == 0 && 1 / number < 0);
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
