package dev.adjc.operator.special;

import static dev.adjc.operator.special.Power.LOG_2;
import static dev.adjc.operator.special.Power.isNormal;

/** Inverse hyperbolic functions, and derivatives of inverse functions and of lengths and angles. */
public final class Inverse {
    private Inverse() {}

    /** asinh(x), DLMF 4.37.16, by log1p where x is small. */
    public static double asinh(double x) {
        double a = Math.abs(x);
        if (a < 0x1p-28) {
            return x;
        }
        double size;
        if (a > 0x1p28) {
            size = Math.log(a) + LOG_2;
        } else if (a > 2.0) {
            size = Math.log(2.0 * a + 1.0 / (a + Math.sqrt(a * a + 1.0)));
        } else {
            size = Math.log1p(a + a * a / (1.0 + Math.sqrt(a * a + 1.0)));
        }
        return Math.copySign(size, x);
    }

    /** acosh(x), DLMF 4.37.19, by log1p of the distance from 1 where that is small. */
    public static double acosh(double x) {
        if (x > 0x1p28) {
            return Math.log(x) + LOG_2;
        }
        if (x > 2.0) {
            return Math.log(2.0 * x - 1.0 / (x + Math.sqrt(x * x - 1.0)));
        }
        double t = x < 1.0 ? Double.NaN : x - 1.0;
        return Math.log1p(t + Math.sqrt(t * (2.0 + t)));
    }

    /** atanh(x) = log1p(2x/(1-x))/2, DLMF 4.37.24. */
    public static double atanh(double x) {
        double a = Math.abs(x);
        if (a < 0x1p-28) {
            return x;
        }
        double twice = 2.0 * a;
        double argument = a < 0.5 ? twice + twice * a / (1.0 - a) : twice / (1.0 - a);
        return Math.copySign(0.5 * Math.log1p(argument), x);
    }

    /** The derivative of atan, 1/(1 + x^2). */
    public static double atanDx(double x) {
        return Math.abs(x) < 0x1p28 ? 1.0 / (1.0 + x * x) : 1.0 / x / x;
    }

    /** The derivative of asinh, 1/sqrt(1 + x^2). */
    public static double asinhDx(double x) {
        return Math.abs(x) < 0x1p28 ? 1.0 / Math.sqrt(1.0 + x * x) : 1.0 / Math.abs(x);
    }

    /** The derivative of acosh, 1/sqrt(x^2 - 1). */
    public static double acoshDx(double x) {
        return 1.0 / (Math.sqrt(x - 1.0) * Math.sqrt(x + 1.0));
    }

    /** The derivative of atanh, 1/(1 - x^2); NaN outside the domain. */
    public static double atanhDx(double x) {
        return Math.abs(x) > 1.0 ? Double.NaN : 1.0 / ((1.0 - x) * (1.0 + x));
    }

    /** The derivative of asin, 1/sqrt(1 - x^2); that of acos is its negative. */
    public static double asinDx(double x) {
        return 1.0 / Math.sqrt((1.0 - x) * (1.0 + x));
    }

    /** The derivative of hypot(x, y) by x, x/r with r = hypot(x, y); 0 at the origin. By y it is hypotDx(y, x, r). */
    public static double hypotDx(double x, double y, double r) {
        if (isNormal(r)) {
            return x / r;
        }
        if (r == 0.0) {
            return 0.0;
        }
        if (Double.isInfinite(x)) {
            return Math.abs(y) < Double.POSITIVE_INFINITY ? Math.copySign(1.0, x) : Double.NaN;
        }
        double scale = r < 1.0 ? 0x1p600 : 0x1p-600;
        return scale * x / Math.hypot(scale * x, scale * y);
    }

    /** The derivative of atan2(y, x) by y, x/(x^2 + y^2). */
    public static double atan2Dy(double y, double x) {
        return overSquares(x, y);
    }

    /** The derivative of atan2(y, x) by x, -y/(x^2 + y^2). */
    public static double atan2Dx(double y, double x) {
        return -overSquares(y, x);
    }

    /** p/(p^2 + q^2), without overflow or underflow on the way; NaN at the origin. */
    static double overSquares(double p, double q) {
        if (Math.abs(p) >= Math.abs(q)) {
            double ratio = Double.isInfinite(q) ? 1.0 : q / p;
            return 1.0 / (1.0 + ratio * ratio) / p;
        }
        double ratio = p / q;
        if (Math.abs(ratio) < 0x1p-500) {
            return p * 0x1p500 / q / q * 0x1p-500;
        }
        return ratio / (1.0 + ratio * ratio) / q;
    }
}
