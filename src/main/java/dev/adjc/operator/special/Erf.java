package dev.adjc.operator.special;

import static dev.adjc.operator.special.Sums.polynomial;

/** The error function, the normal distribution, and their kin; DLMF 7. */
public final class Erf {
    private Erf() {}

    /** erf(x)/x for |x| &lt;= 1, in powers of x^2. */
    static final double[] ERF = {
        1.1283791670955126, -0.37612638903183543, 0.11283791670945006, -0.02686617064323777,
        0.0052239776071164225, -0.0008548325975389692, 0.00012055294904839707, -1.492473690741966e-5,
        1.6447424703317362e-6, -1.6208483801871705e-7, 1.3720064546777686e-8, -7.795898827002142e-10
    };

    /** exp(x^2) erfc(x) from 0.35 to 3, in powers of x, above the line. */
    static final double[] ERFCX_ABOVE = {
        0.9999999999951353, 1.6935892207306757, 1.431030265621933, 0.7462952551306203,
        0.255911243149938, 0.05743181522980413, 0.00783144923191552, 0.0005059029775101075
    };

    /** The same below the line. */
    static final double[] ERFCX_BELOW = {
        1.0, 2.821968387735946, 3.6152806053233997, 2.7559869595419677,
        1.3732624826904025, 0.4605273842177067, 0.1022438712600477, 0.01388086903039372,
        0.000896689983659697
    };

    /** x exp(x^2) erfc(x) from 3 to 28, in powers of 1/x^2, above the line. */
    static final double[] ERFCX_FAR_ABOVE = {
        0.5641895835477562, 14.874552752885528, 134.71697367551417,
        511.68340229853675, 792.3853901573907, 399.92961110960124,
        28.631465953628577
    };

    /** The same below the line. */
    static final double[] ERFCX_FAR_BELOW = {
        1.0, 26.8644583073489, 251.46184792728897,
        1014.3927970607945, 1766.8749103654989, 1156.2236812497713,
        186.39917614544908
    };

    /** erfinv(x)/x for x^2 &lt;= 1/2, in powers of 1/2 - x^2, above the line. */
    static final double[] ERFINV_ABOVE = {
        1.051795860165225, 5.271379328231904, 9.608721949766485,
        7.760984438933659, 2.6930555303778023, 0.32091058967091324,
        0.005956286482412541
    };

    /** The same below the line. */
    static final double[] ERFINV_BELOW = {
        1.0, 5.476790469256894, 11.192595198623472,
        10.552207749384896, 4.585060430914165, 0.7929394403309237,
        0.035098866004272776
    };

    /** erfinv(1 - exp(-s^2)) for s from 1.1 to 2.2, in powers of s - 1.1, above the line. */
    static final double[] ERFINV_OUTER_ABOVE = {
        0.7356081549831357,
        2.7003601537696684,
        4.060356514692612,
        3.174069786766359,
        1.318593930400352,
        0.2458059619193773,
        0.003988274353221171,
        -0.002389895483438148
    };

    /** The same below the line. */
    static final double[] ERFINV_OUTER_BELOW = {
        1.0,
        2.313140407008018,
        2.257782417565485,
        1.0904819430265076,
        0.23544350524143537,
        0.006487642401597665,
        -0.00238479694778402,
        -1.4840448193470616e-7
    };

    /** erfinv(1 - exp(-s^2)) for s from 2.2 to 6.07, in powers of s - 2.2, above the line. */
    static final double[] ERFINV_END_ABOVE = {
        1.8780848805718966, 4.3887860258904645, 4.3373023545384255, 2.3431636500948247,
        0.7453226678987201, 0.13973019480564933, 0.014583462356918053, 0.000739305174876128,
        1.3087944888648402e-5
    };

    /** The same below the line. */
    static final double[] ERFINV_END_BELOW = {
        1.0, 1.7781885406770856, 1.3172934880528846, 0.5160670403896835,
        0.11234702574474434, 0.013055050387253467, 0.0007105904720268458, 1.3087427707396603e-5,
        2.8191890382304046e-12
    };

    static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    static final double ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;
    static final double ROOT_HALF = 0.7071067811865476;

    /** The error function, DLMF 7.2.1. */
    public static double erf(double x) {
        double size = Math.abs(x);
        if (size < 1.0) {
            return x * polynomial(ERF, x * x);
        }
        return Math.copySign(size < 6.0 ? 1.0 - gauss(size, 1.0) * erfcx(size) : Math.min(size, 1.0), x);
    }

    /** The complementary error function 1 - erf(x), DLMF 7.2.2, to the smallest subnormal. */
    public static double erfc(double x) {
        return x < 0.4 ? 1.0 - erf(x) : gauss(x, 1.0) * erfcx(x);
    }

    /** exp(x^2) erfc(x) for x &gt;= 0.35. */
    static double erfcx(double x) {
        if (x < 3.0) {
            return polynomial(ERFCX_ABOVE, x) / polynomial(ERFCX_BELOW, x);
        }
        double w = 1.0 / (x * x);
        return polynomial(ERFCX_FAR_ABOVE, w) / (x * polynomial(ERFCX_FAR_BELOW, w));
    }

    /** exp(-factor x^2) for a factor of 1 or 1/2, with what x^2 loses when it is rounded. */
    static double gauss(double x, double factor) {
        double square = x * x;
        if (square > 1600.0) {
            return 0.0;
        }
        double lost = Math.fma(x, x, -square);
        double power = Math.exp(-factor * square);
        return power - power * (factor * lost);
    }

    /** The derivative of erf, 2/sqrt(pi) exp(-x^2), DLMF 7.10.1; that of erfc is its negative. */
    public static double erfDx(double x) {
        return TWO_OVER_ROOT_PI * gauss(x, 1.0);
    }

    /** The density of the normal distribution, exp(-x^2/2)/sqrt(2 pi), DLMF 7.20. */
    public static double normpdf(double x) {
        return ONE_OVER_ROOT_TWO_PI * gauss(x, 0.5);
    }

    /** The derivative of normpdf, -x r with r = normpdf(x). */
    public static double normpdfDx(double x, double r) {
        return r == 0.0 ? 0.0 : -x * r;
    }

    /** The normal distribution, erfc(-x/sqrt(2))/2, DLMF 7.20.2; its derivative is normpdf. */
    public static double normcdf(double x) {
        if (x < -0.5) {
            return 0.5 * gauss(x, 0.5) * erfcx(-x * ROOT_HALF);
        }
        return 0.5 + 0.5 * erf(x * ROOT_HALF);
    }

    /** The inverse of erf, DLMF 7.17.1; its derivative is sqrt(pi)/2 exp(r^2) with the result r. */
    public static double erfinv(double x) {
        double size = Math.abs(x);
        if (size < 0.7) {
            double u = 0.5 - x * x;
            return x * (polynomial(ERFINV_ABOVE, u) / polynomial(ERFINV_BELOW, u));
        }
        if (!(size < 1.0)) {
            return size == 1.0 ? x / 0.0 : Double.NaN;
        }
        double s = Math.sqrt(-Math.log(1.0 - size));
        double u = s - 1.1;
        double v = s - 2.2;
        double inverse = v < 0.0
                ? polynomial(ERFINV_OUTER_ABOVE, u) / polynomial(ERFINV_OUTER_BELOW, u)
                : polynomial(ERFINV_END_ABOVE, v) / polynomial(ERFINV_END_BELOW, v);
        return Math.copySign(inverse, x);
    }
}
