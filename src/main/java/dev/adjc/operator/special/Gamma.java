package dev.adjc.operator.special;

import static dev.adjc.operator.special.Power.logRest;
import static dev.adjc.operator.special.Sums.polynomial;

/** The logarithm of the gamma function and its derivative; DLMF 5. */
public final class Gamma {
    private Gamma() {}

    /** lgamma(2 + u)/u for u from -3/4 to 1/2, in powers of u + 3/4, above the line. */
    static final double[] LGAMMA_ABOVE = {
        0.13102911522908423, 0.8023309187567528, 1.3326657507477737, 0.9590618867039199,
        0.3326142036184578, 0.054046674169055585, 0.003507178489906369, 5.7411478432582434e-5
    };

    /** The same below the line. */
    static final double[] LGAMMA_BELOW = {
        1.0, 2.4754349701784752, 2.3688021860929824, 1.1041157007526143,
        0.25964098309797773, 0.028812015524114335, 0.001236882761399552, 1.1816838875024294e-5
    };

    /** x times what Stirling's formula lacks for x &gt;= 8, in powers of 1/x^2. */
    static final double[] STIRLING = {
        0.0833333333333333,
        -0.002777777777606244,
        0.0007936506649487538,
        -0.0005952025951698658,
        0.000837283450542408,
        -0.0016526004301122236
    };

    /** digamma(x) over its distance from the root, 1 to 2, in powers of x - 1, above the line. */
    static final double[] DIGAMMA_ABOVE = {
        1.2503801375034054, 1.8675925104074453, 0.9711327526262392,
        0.21631407251432455, 0.01996408274151926, 0.0005811135063985677,
        1.0894678528383955e-6
    };

    /** The same below the line. */
    static final double[] DIGAMMA_BELOW = {
        1.0, 2.1771665986671342, 1.6630736963665909,
        0.5710455727133128, 0.09111902253303285, 0.006100975692434821,
        0.00012043151172286901
    };

    /** The positive root of digamma, and the rest of it. */
    static final double DIGAMMA_ROOT = 1.4616321449683622;

    static final double DIGAMMA_ROOT_REST = 9.549995429965697E-17;

    /** x^2 (log(x) - 1/(2x) - digamma(x)) for x &gt;= 8, in powers of 1/x^2. */
    static final double[] DIGAMMA_FAR = {
        0.08333333333333333,
        -0.008333333333278636,
        0.0039682539119536625,
        -0.004166644823039658,
        0.007571689619215553,
        -0.020697987317788526,
        0.06362150480341695
    };

    /** (1 - sin(pi t)/(pi t))/t^2 for |t| &lt;= 1/4, in powers of t^2. */
    static final double[] SINE = {
        1.6449340668482264,
        -0.8117424252833535,
        0.19075182412203828,
        -0.02614784781324574,
        0.0023460808338321123,
        -0.00014842405875929677,
        6.920714980304532e-6
    };

    /** (1 - cos(pi t))/t^2 for |t| &lt;= 1/4, in powers of t^2. */
    static final double[] COSINE = {
        4.934802200544679,
        -4.058712126416765,
        1.3352627688538095,
        -0.2353306302839922,
        0.02580688796470164,
        -0.0019294938748919048,
        0.00010370082970099896
    };

    static final double PI_REST = 1.2246467991473532E-16;
    static final double PI_SQUARED = 9.869604401089358;
    static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    /** log |Gamma(x)|, DLMF 5.2.1; +inf at the poles. */
    public static double lgamma(double x) {
        if (x >= 8.0) {
            return (x - 0.5) * (Math.log(x) - 1.0) + (HALF_LOG_TWO_PI - 0.5) + stirlingRest(x);
        }
        if (x >= 2.5) {
            return Math.log(gammaProduct(x)) + lgammaBase(gammaBase(x));
        }
        if (x >= 0.5) {
            return x >= 1.25 ? lgammaBase(x - 2.0) : lgammaBase(x - 1.0) - Math.log(x);
        }
        return x > -0.5 ? lgammaBase(x) - Math.log(Math.abs(x) * (1.0 + x)) : lgammaReflected(x);
    }

    /** lgamma(2 + u) for u from -3/4 to 1/2. */
    static double lgammaBase(double u) {
        double v = u + 0.75;
        return u * (polynomial(LGAMMA_ABOVE, v) / polynomial(LGAMMA_BELOW, v));
    }

    /** The distance of x from the nearest integer. */
    static double gammaBase(double x) {
        return x - (Math.floor(x - 0.5) + 1.0);
    }

    /** Gamma(x)/Gamma(2 + u) with u = gammaBase(x), for x &gt; 0: (x-1)(x-2)..., 1/x or 1/x/(1+x). */
    static double gammaProduct(double x) {
        if (x < 1.5) {
            return x < 0.5 ? 1.0 / (x * (1.0 + x)) : 1.0 / x;
        }
        double product = 1.0;
        for (double factor = x - 1.0; factor >= 1.5; factor -= 1.0) {
            product *= factor;
        }
        return product;
    }

    /** What Stirling's formula lacks for x &gt;= 8, 1/(12x) - ..., DLMF 5.11.1. */
    static double stirlingRest(double x) {
        double reciprocal = 1.0 / x;
        return polynomial(STIRLING, reciprocal * reciprocal) * reciprocal;
    }

    /** lgamma for x &lt;= -1/2, DLMF 5.5.3. */
    static double lgammaReflected(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double t = x - Math.rint(x);
        if (t == 0.0 || x == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < -2.25 && x > -2.75) {
            return lgammaBetweenZeros(-x, 0.5 - Math.abs(t));
        }
        return -Math.log(-x * Math.abs(sineOfPi(t))) - lgamma(-x);
    }

    /** lgamma(-x) for x from 2.25 to 2.75, where it is small: reflected as above, with what products lose. */
    static double lgammaBetweenZeros(double x, double v) {
        double depth = v * v * polynomial(COSINE, v * v);
        double cosine = 1.0 - depth;
        double shifted = gammaProduct(x);
        double factor = x * shifted;
        double product = factor * cosine;
        double lost = Math.fma(factor, cosine, -product)
                + Math.fma(x, shifted, -factor) * cosine
                + (1.0 - cosine - depth) * factor;
        double quotient = product / Math.PI;
        double log = Math.log(quotient);
        double rest = (Math.fma(-quotient, Math.PI, product) - quotient * PI_REST + lost) / product;
        return -(log + lgammaBase(gammaBase(x))) - (logRest(quotient, log) + rest);
    }

    /** sin(pi t)/pi for |t| &lt;= 1/2. */
    static double sineOfPi(double t) {
        double size = Math.abs(t);
        return size < 0.25 ? smallSine(t) : Math.copySign(smallCosine(0.5 - size) / Math.PI, t);
    }

    /** sin(pi t)/pi for |t| &lt;= 1/4. */
    static double smallSine(double t) {
        double square = t * t;
        return t - t * square * polynomial(SINE, square);
    }

    /** cos(pi t) for |t| &lt;= 1/4. */
    static double smallCosine(double t) {
        double square = t * t;
        return 1.0 - square * polynomial(COSINE, square);
    }

    /** The derivative of lgamma, DLMF 5.2.2; NaN at the poles. */
    public static double digamma(double x) {
        if (x >= 8.0) {
            return digammaFar(x);
        }
        if (x <= 0.0) {
            double t = x - Math.rint(x);
            return t == 0.0 ? Double.NaN : digamma(1.0 - x) - cotangentOfPi(t);
        }
        if (x < 1.0) {
            return digamma(x + 1.0) - 1.0 / x;
        }
        double sum = 0.0;
        double y = x;
        while (y >= 2.0) {
            y -= 1.0;
            sum += 1.0 / y;
        }
        double u = y - 1.0;
        double fromRoot = y - DIGAMMA_ROOT - DIGAMMA_ROOT_REST;
        return sum + fromRoot * (polynomial(DIGAMMA_ABOVE, u) / polynomial(DIGAMMA_BELOW, u));
    }

    /** digamma for x &gt;= 8, DLMF 5.11.2. */
    static double digammaFar(double x) {
        double reciprocal = 1.0 / x;
        double w = reciprocal * reciprocal;
        return Math.log(x) - (0.5 * reciprocal + w * polynomial(DIGAMMA_FAR, w));
    }

    /** pi cot(pi t) for |t| &lt;= 1/2. */
    static double cotangentOfPi(double t) {
        double size = Math.abs(t);
        if (size < 0.25) {
            return smallCosine(t) / smallSine(t);
        }
        double v = 0.5 - size;
        return Math.copySign(PI_SQUARED, t) * (smallSine(v) / smallCosine(v));
    }

    /** (pi/sin(pi t))^2 for |t| &lt;= 1/2. */
    static double squareOverSineOfPi(double t) {
        double size = Math.abs(t);
        if (size < 0.25) {
            double sine = smallSine(t);
            return 1.0 / (sine * sine);
        }
        double cosine = smallCosine(0.5 - size);
        return PI_SQUARED / (cosine * cosine);
    }
}
