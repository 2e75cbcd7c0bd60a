package dev.adjc.operator.special;

/** Functions with kinks and jumps, and what their derivatives are there. */
public final class Kinks {
    private Kinks() {}

    /** The derivative, or NaN where the result is NaN. */
    public static double orNaN(double derivative, double result) {
        return Double.isNaN(result) ? result : derivative;
    }

    /** The derivative of a function of steps: 0, but NaN at NaN. */
    public static double flat(double x) {
        return Double.isNaN(x) ? x : 0.0;
    }

    /** 1 for x &gt; 0, else 0. */
    public static double step(double x) {
        return x > 0.0 ? 1.0 : 0.0;
    }

    /** max(x, 0). */
    public static double relu(double x) {
        return Math.max(x, 0.0);
    }

    /** What d max(a, b) / da is: 1 where a is the larger, a half at a tie. */
    public static double maxWeight(double a, double b) {
        return a > b ? 1.0 : a < b ? 0.0 : a == b ? 0.5 : Double.NaN;
    }

    /** What d min(a, b) / da is: 1 where a is the smaller, a half at a tie. */
    public static double minWeight(double a, double b) {
        return maxWeight(b, a);
    }

    /** min(max(x, lo), hi); NaN where lo &gt; hi. */
    public static double clamp(double x, double lo, double hi) {
        return lo <= hi ? Math.min(Math.max(x, lo), hi) : Double.NaN;
    }

    /** The derivative of clamp by x: 1 within the bounds and at them. */
    public static double clampDx(double x, double lo, double hi) {
        return orNaN(x < lo || x > hi ? 0.0 : 1.0, clamp(x, lo, hi));
    }

    /** The derivative of clamp by lo: 1 where x is below it. */
    public static double clampDlo(double x, double lo, double hi) {
        return orNaN(x < lo ? 1.0 : 0.0, clamp(x, lo, hi));
    }

    /** The derivative of clamp by hi: 1 where x is above it. */
    public static double clampDhi(double x, double lo, double hi) {
        return orNaN(x > hi ? 1.0 : 0.0, clamp(x, lo, hi));
    }

    /** x - floor(x/y) y: the exact remainder, with the sign of y. */
    public static double mod(double x, double y) {
        double remainder = x % y;
        if (remainder == 0.0) {
            return Math.copySign(0.0, y);
        }
        return remainder < 0.0 == y < 0.0 ? remainder : remainder + y;
    }

    /** The derivative of mod by y, -floor(x/y), with the floor of the exact quotient; r = mod(x, y). */
    public static double modDy(double x, double y, double r) {
        if (Double.isNaN(r)) {
            return r;
        }
        if (Double.isInfinite(y)) {
            return r == x ? 0.0 : 1.0;
        }
        double floor = Math.floor(x / y);
        double rest = Math.fma(-floor, y, x);
        boolean above = y > 0.0 ? rest < 0.0 : rest > 0.0;
        return above ? 1.0 - floor : 0.0 - floor;
    }
}
