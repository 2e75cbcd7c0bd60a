package dev.adjc.operator.special;

import static dev.adjc.operator.special.Gamma.cotangentOfPi;
import static dev.adjc.operator.special.Gamma.squareOverSineOfPi;
import static dev.adjc.operator.special.Sums.polynomial;

/** Derivatives of digamma, DLMF 5.15. */
public final class Polygamma {
    private Polygamma() {}

    /** x^3 times what trigamma(x) has beyond 1/x + 1/(2x^2) for x &gt;= 8, in powers of 1/x^2. */
    static final double[] TRIGAMMA_FAR = {
        0.16666666666666666, -0.033333333333304696, 0.02380952377086789, -0.03333331334262653,
        0.0757524614252695, -0.25239451447951217, 1.1093528847223322, -4.575179615504013
    };

    /** x^4 times what -tetragamma(x) has beyond 1/x^2 + 1/x^3 for x &gt;= 8, in powers of 1/x^2. */
    static final double[] TETRAGAMMA_FAR = {
        0.49999999999999994, -0.16666666666615018, 0.1666666659691437, -0.29999963889848286,
        0.8332407853691969, -3.2774253785042466, 16.45409488613917, -74.12035542375541
    };

    /** x^5 times what pentagamma(x) has beyond 2/x^3 + 3/x^4 for x &gt;= 8, in powers of 1/x^2. */
    static final double[] PENTAGAMMA_FAR = {
        1.999999999999999, -0.9999999999902139, 1.3333333201098307, -2.9999931467482663,
        9.998240267160185, -45.81773136258299, 259.93671480340055, -1268.7895309085166
    };

    /** The derivative of digamma, DLMF 5.15.1, 5.15.6 and 5.15.8; +inf at the poles. */
    public static double trigamma(double x) {
        if (x <= 0.0) {
            return squareOverSineOfPi(x - Math.rint(x)) - trigamma(1.0 - x);
        }
        double sum = 0.0;
        double y = x;
        for (; y < 8.0; y += 1.0) {
            sum += 1.0 / y / y;
        }
        double reciprocal = 1.0 / y;
        double w = reciprocal * reciprocal;
        return sum + (reciprocal + w * (0.5 + reciprocal * polynomial(TRIGAMMA_FAR, w)));
    }

    /** The second derivative of digamma; NaN at the poles. */
    public static double tetragamma(double x) {
        if (x <= 0.0) {
            double t = x - Math.rint(x);
            double turned = -2.0 * cotangentOfPi(t) * squareOverSineOfPi(t);
            return t == 0.0 ? Double.NaN : tetragamma(1.0 - x) + turned;
        }
        double sum = 0.0;
        double y = x;
        for (; y < 8.0; y += 1.0) {
            double reciprocal = 1.0 / y;
            sum += 2.0 * reciprocal * reciprocal * reciprocal;
        }
        double reciprocal = 1.0 / y;
        double w = reciprocal * reciprocal;
        return -sum - w * (1.0 + (reciprocal + w * polynomial(TETRAGAMMA_FAR, w)));
    }

    /** The third derivative of digamma; +inf at the poles. */
    public static double pentagamma(double x) {
        if (x <= 0.0) {
            double t = x - Math.rint(x);
            double c = cotangentOfPi(t);
            double q = squareOverSineOfPi(t);
            return 2.0 * q * (q + 2.0 * c * c) - pentagamma(1.0 - x);
        }
        double sum = 0.0;
        double y = x;
        for (; y < 8.0; y += 1.0) {
            double w = 1.0 / y / y;
            sum += 6.0 * w * w;
        }
        double reciprocal = 1.0 / y;
        double w = reciprocal * reciprocal;
        return sum + w * reciprocal * (2.0 + (3.0 * reciprocal + w * polynomial(PENTAGAMMA_FAR, w)));
    }
}
