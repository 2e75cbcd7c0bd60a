package dev.adjc.operator.special;

import static dev.adjc.operator.special.Gamma.DIGAMMA_FAR;
import static dev.adjc.operator.special.Gamma.HALF_LOG_TWO_PI;
import static dev.adjc.operator.special.Gamma.digamma;
import static dev.adjc.operator.special.Gamma.gammaBase;
import static dev.adjc.operator.special.Gamma.gammaProduct;
import static dev.adjc.operator.special.Gamma.lgammaBase;
import static dev.adjc.operator.special.Gamma.stirlingRest;
import static dev.adjc.operator.special.Kinks.orNaN;
import static dev.adjc.operator.special.Polygamma.trigamma;
import static dev.adjc.operator.special.Power.logRest;
import static dev.adjc.operator.special.Sums.dividedDifference;
import static dev.adjc.operator.special.Sums.polynomial;
import static dev.adjc.operator.special.Sums.sumLoss;

/** The beta function and its logarithm for arguments above 0, DLMF 5.12; +inf where one is 0, NaN below. */
public final class Beta {
    private Beta() {}

    /** log(beta(a, b)). */
    public static double lbeta(double a, double b) {
        double p = Math.min(a, b);
        double q = Math.max(a, b);
        if (!(p > 0.0) || q == Double.POSITIVE_INFINITY) {
            return betaAtEdges(p, q, Double.NEGATIVE_INFINITY);
        }
        if (p < 0x1p-60) {
            return Math.log1p(p / q) - Math.log(p);
        }
        return q < 8.0 ? Math.log(betaQuotient(p, q)) + betaExponent(p, q) : lbetaMinus(p, q, 0.0);
    }

    /** beta(a, b), DLMF 5.12.1. */
    public static double beta(double a, double b) {
        double p = Math.min(a, b);
        double q = Math.max(a, b);
        if (!(p > 0.0) || q == Double.POSITIVE_INFINITY) {
            return betaAtEdges(p, q, 0.0);
        }
        if (p < 0x1p-60) {
            return (1.0 + p / q) / p;
        }
        if (q < 8.0) {
            return betaQuotient(p, q) * Math.exp(betaExponent(p, q));
        }
        double high = lbetaMinus(p, q, 0.0);
        double power = Math.exp(high);
        return power == 0.0 ? 0.0 : power + power * lbetaMinus(p, q, high);
    }

    /** Where p &lt;= q are not both positive and finite: {@code far} at (p, inf). */
    static double betaAtEdges(double p, double q, double far) {
        if (p > 0.0) {
            return far;
        }
        return p == 0.0 && q < Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    /** beta(p, q) for p &lt;= q &lt; 8 without the factors that betaExponent is the logarithm of. */
    static double betaQuotient(double p, double q) {
        return gammaProduct(p) * (gammaProduct(q) / gammaProduct(p + q));
    }

    /** log(beta(p, q)/betaQuotient(p, q)): three values of lgamma near 2, and what rounding took. */
    static double betaExponent(double p, double q) {
        double s = p + q;
        double rounding = productLoss(p) + (productLoss(q) - productLoss(s)) - digamma(s) * sumLoss(p, q, s);
        return lgammaBase(gammaBase(p)) + (lgammaBase(gammaBase(q)) - lgammaBase(gammaBase(s))) + rounding;
    }

    /** log(beta(p, q)) - high for p &lt;= q, q &gt;= 8: to some 8 bits more than a double has if that is small. */
    static double lbetaMinus(double p, double q, double high) {
        return p < 8.0 ? lbetaMixed(p, q, high) : lbetaFar(p, q, high);
    }

    /** lbetaMinus for p &lt; 8: lgamma(p) - p log(p + q) and a remainder, after DLMF 5.11.12. */
    static double lbetaMixed(double p, double q, double high) {
        double s = p + q;
        double product = gammaProduct(p);
        double logProduct = Math.log(product);
        double logSum = Math.log(s);
        double power = p * logSum;
        double powerRest = Math.fma(p, logSum, -power) + p * logRest(s, logSum);
        double productRest = logRest(product, logProduct) + productLoss(p) + lgammaBase(gammaBase(p));
        double remainder = (q - 0.5) * Math.log1p(p / q) - p - (stirlingRest(q) - stirlingRest(s));
        double leading = logProduct - power;
        double beyond = leading - high;
        return beyond
                + (productRest
                        - powerRest
                        - remainder
                        + sumLoss(logProduct, -power, leading)
                        + sumLoss(leading, -high, beyond));
    }

    /** lbetaMinus for p &gt;= 8: q log(q/s) + p log(p/s) with s = p + q, and a remainder, after DLMF 5.11.1. */
    static double lbetaFar(double p, double q, double high) {
        double s = p + q;
        if (s == Double.POSITIVE_INFINITY) {
            return 2.0 * lbetaFar(0.5 * p, 0.5 * q, 0.5 * high);
        }
        double lost = sumLoss(p, q, s);
        double overQ = s / q;
        double overP = s / p;
        double logQ = Math.log(overQ);
        double logP = Math.log(overP);
        double powerQ = q * logQ;
        double powerP = p * logP;
        double restQ = Math.fma(q, logQ, -powerQ) + q * (logRest(overQ, logQ) + (Math.fma(-overQ, q, s) + lost) / s);
        double restP = Math.fma(p, logP, -powerP) + p * (logRest(overP, logP) + (Math.fma(-overP, p, s) + lost) / s);
        double remainder =
                HALF_LOG_TWO_PI + 0.5 * (logQ - Math.log(p)) + (stirlingRest(p) + stirlingRest(q) - stirlingRest(s));
        double leading = -powerQ - powerP;
        double beyond = leading - high;
        return beyond
                + (remainder - restQ - restP + sumLoss(-powerQ, -powerP, leading) + sumLoss(leading, -high, beyond));
    }

    /** By how much, relatively, gammaProduct(x) was rounded down. */
    static double productLoss(double x) {
        double product = gammaProduct(x);
        if (x < 0.5) {
            double part = product * x;
            return Math.fma(-part, x, 1.0 - part) - Math.fma(product, x, -part) * (1.0 + x);
        }
        if (x < 1.5) {
            return Math.fma(-product, x, 1.0);
        }
        double partial = 1.0;
        double loss = 0.0;
        for (double factor = x - 1.0; factor >= 1.5; factor -= 1.0) {
            double next = partial * factor;
            loss = loss * factor + Math.fma(partial, factor, -next);
            partial = next;
        }
        return loss / partial;
    }

    /** The derivative of lbeta by its first argument, digamma(a) - digamma(a + b), without the cancellation. */
    public static double lbetaDx(double a, double b) {
        if (!(a >= 0.0 && b >= 0.0)) {
            return Double.NaN;
        }
        if (b == Double.POSITIVE_INFINITY) {
            return a < b ? -b : Double.NaN;
        }
        double sum = 0.0;
        double y = a;
        for (; y < 8.0; y += 1.0) {
            sum += b / (y + b) / y;
        }
        double s = y + b;
        double v = 1.0 / (y * y);
        double w = 1.0 / (s * s);
        double apart = b / y / s;
        double series =
                apart * (1.0 / y + 1.0 / s) * (polynomial(DIGAMMA_FAR, v) + w * dividedDifference(DIGAMMA_FAR, v, w));
        return -sum - (Math.log1p(b / y) + (0.5 * apart + series));
    }

    /** The derivative of beta by its first argument, which tends to -trigamma(a) as b to 0; r = beta(a, b). */
    public static double betaDx(double a, double b, double r) {
        if (b < 0x1p-64) {
            return orNaN(-trigamma(a), r);
        }
        if (a > 0x1p64 && b < 1.0) {
            return -(r * b) / a;
        }
        return r == 0.0 ? 0.0 : r * lbetaDx(a, b);
    }
}
