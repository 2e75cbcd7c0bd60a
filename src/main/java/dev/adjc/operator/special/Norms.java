package dev.adjc.operator.special;

/** What is left of logsumexp and norm when their terms are added: shifted by the largest, scaled by a power of two. */
public final class Norms {
    private Norms() {}

    /** By how much exponents are shifted, their largest being this: -inf has no terms to shift. */
    public static double logsumShift(double largest) {
        return largest == Double.NEGATIVE_INFINITY ? 0.0 : largest;
    }

    /** shift + log(sum + ties), where {@code ties} terms are 1, and {@code sum} adds up the others. */
    public static double logsum(double shift, double sum, double ties) {
        return shift == Double.POSITIVE_INFINITY ? shift : shift + Math.log1p(sum + (ties - 1.0));
    }

    /** d logsum / d sum; 0 where there is no term, 1 where the shift is inf: the terms say what that leaves. */
    public static double logsumSlope(double sum, double ties, double result) {
        double terms = sum + ties;
        return result == Double.POSITIVE_INFINITY ? 1.0 : terms == 0.0 ? 0.0 : 1.0 / terms;
    }

    /** The power of two that brings the largest of all sizes near 1; 0 for inf. */
    public static double normScale(double largest) {
        if (largest == Double.POSITIVE_INFINITY) {
            return 0.0;
        }
        return largest == 0.0 || Double.isNaN(largest)
                ? 1.0
                : Math.scalb(1.0, -Math.max(Math.getExponent(largest), -1022));
    }

    /** x times the scale; where that is 0, the sign of what is infinite. */
    public static double scaled(double x, double scale) {
        return scale != 0.0 ? x * scale : Math.abs(x) == Double.POSITIVE_INFINITY ? Math.signum(x) : 0.0;
    }

    /** root/scale. */
    public static double unscaled(double root, double scale) {
        return scale == 0.0 ? Double.POSITIVE_INFINITY : root / scale;
    }

    /** The derivative of the norm by an element: scaled/root; 0 at the origin, NaN for each of several that are infinite. */
    public static double normWeight(double scaled, double root, double scale) {
        if (scale == 0.0 && root != 1.0) {
            return scaled == 0.0 ? 0.0 : Double.NaN;
        }
        return root == 0.0 ? 0.0 : scaled / root;
    }
}
