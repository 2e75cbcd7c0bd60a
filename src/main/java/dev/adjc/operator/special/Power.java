package dev.adjc.operator.special;

import static dev.adjc.operator.special.Sums.polynomial;

/** Powers and logarithms, and their derivatives. */
public final class Power {
    private Power() {}

    static final double LOG_2 = 0.6931471805599453;

    /** log(2), short enough that a product with an exponent is exact, and the rest of it. */
    static final double LOG_2_HIGH = 0x1.62e42feep-1;

    static final double LOG_2_LOW = 1.9082149292705877E-10;
    static final double LOG2_E = 1.4426950408889634;

    /** (2 atanh(t) - 2t)/t^3 for |t| &lt;= 1/5, in powers of t^2. */
    static final double[] LOG = {
        0.6666666666666666, 0.4000000000000794, 0.2857142856727593, 0.2222222304835181,
        0.18181737626289324, 0.1538886780605847, 0.13209708234660042, 0.13609030312095335
    };

    /** x^n for an integer n, by repeated squaring from its low bit; x^-n is 1/x^n. */
    public static double powi(double x, double n) {
        double power = 1.0;
        double square = x;
        double rest = Math.min(Math.abs(n), Double.MAX_VALUE);
        while (rest > 0.0) {
            double half = Math.floor(0.5 * rest);
            if (half + half != rest) {
                power *= square;
            }
            square *= square;
            rest = half;
        }
        return n < 0.0 ? 1.0 / power : power;
    }

    /** The derivative of pow(x, y) by x, y x^(y-1); r = pow(x, y). */
    public static double powDx(double x, double y, double r) {
        double quotient = r / x;
        if (isNormal(r) && isNormal(quotient)) {
            return y * quotient;
        }
        return powDxAtEdges(x, y, r);
    }

    /** powDx where r or r/x is no normal number. At x = 0 it is the limit from above. */
    static double powDxAtEdges(double x, double y, double r) {
        if (Double.isNaN(r)) {
            return r;
        }
        if (y == 0.0) {
            return 0.0;
        }
        if (x == 0.0) {
            return y > 1.0 ? 0.0 : y * Math.pow(0.0, y - 1.0);
        }
        double sign = Math.signum(x) * Math.copySign(1.0, r);
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return y == 1.0 ? 1.0 : r == 0.0 || Math.abs(y) < 1.0 ? 0.0 : sign * y * Double.POSITIVE_INFINITY;
        }
        double size = Math.abs(x);
        double exponent = y - 1.0;
        double back = exponent - y;
        double lost = y - (exponent - back) - (1.0 + back);
        double root = Math.pow(size, 0.5 * exponent);
        return sign * y * root * (1.0 + lost * Math.log(size)) * root;
    }

    /** The derivative of pow(x, y) by y, r log(x); NaN for x &lt; 0; r = pow(x, y). */
    public static double powDy(double x, double y, double r) {
        if (isNormal(r) && x > 0.0) {
            return r * Math.log(x);
        }
        return powDyAtEdges(x, y, r);
    }

    /** powDy where r is no normal number or x no positive one. At x = 0 it is the limit from above. */
    static double powDyAtEdges(double x, double y, double r) {
        if (x < 0.0 || Double.isNaN(x) || Double.isNaN(r)) {
            return Double.NaN;
        }
        if (x == 0.0) {
            return y < 0.0 ? Double.NEGATIVE_INFINITY : 0.0;
        }
        double root = Math.pow(x, 0.5 * y);
        return root == 0.0 ? 0.0 : root * Math.log(x) * root;
    }

    /** Whether a number is finite and has all its bits: neither zero nor subnormal. */
    static boolean isNormal(double x) {
        return Math.abs(x) >= Double.MIN_NORMAL && Math.abs(x) <= Double.MAX_VALUE;
    }

    /** 2^x. */
    public static double exp2(double x) {
        return Math.pow(2.0, x);
    }

    /** The logarithm to base 2, exact at powers of two: the exponent, and the rest by log. */
    public static double log2(double x) {
        if (!isNormal(x) || x < 0.0) {
            return x > 0.0 && x < 1.0 ? log2(x * 0x1p54) - 54.0 : Math.log(x);
        }
        int exponent = Math.getExponent(1.5 * x);
        return exponent + Math.log(x * Math.scalb(1.0, -exponent)) * LOG2_E;
    }

    /** The derivative of log, 1/x; +inf at both zeros, NaN below. */
    public static double logDx(double x) {
        return x < 0.0 ? Double.NaN : 1.0 / Math.abs(x);
    }

    /** log(x) - log, where log is a rounded log(x), for a normal x &gt; 0: by log((1+t)/(1-t)) with t in two parts. */
    static double logRest(double x, double log) {
        int exponent = Math.getExponent(1.5 * x);
        double m = x * Math.scalb(1.0, -exponent);
        double above = m - 1.0;
        double below = m + 1.0;
        double t = above / below;
        double rest = (Math.fma(-t, below, above) - t * (m - (below - 1.0))) / below;
        double square = t * t;
        double tail = 2.0 * rest + t * square * polynomial(LOG, square);
        return exponent * LOG_2_HIGH - log + 2.0 * t + (exponent * LOG_2_LOW + tail);
    }
}
