package dev.adjc.run;

/**
 * What differences say of a derivative.
 *
 * @param central from both sides
 * @param left from below alone
 * @param right from above alone
 */
public record Slope(Kind kind, Estimate central, Estimate left, Estimate right) {

    /** A number, which may be infinite, and how far it may be off; NaN where there is none. */
    public record Estimate(double value, double error) {
        static final Estimate NONE = new Estimate(Double.NaN, Double.NaN);

        boolean exists() {
            return !Double.isNaN(value);
        }
    }

    /** What the function looks like at the point. */
    public enum Kind {
        SMOOTH("smooth"),
        /** The two sides have different slopes. */
        KINK("a kink"),
        JUMP("a jump"),
        /** The slope is infinite from both sides. */
        STEEP("infinitely steep"),
        /** The function ends here. */
        EDGE("the edge of the domain"),
        /** No slope was found on either side. */
        UNKNOWN("no differences");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In words, for a table. */
        public String words() {
            return words;
        }
    }

    static final Slope UNKNOWN = new Slope(Kind.UNKNOWN, Estimate.NONE, Estimate.NONE, Estimate.NONE);
}
