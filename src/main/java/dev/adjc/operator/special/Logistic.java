package dev.adjc.operator.special;

import static dev.adjc.operator.special.Kinks.orNaN;
import static dev.adjc.operator.special.Power.logRest;
import static dev.adjc.operator.special.Sums.sumLoss;

/** The logistic function, its kin, and logarithms of sums and differences of exponentials. */
public final class Logistic {
    private Logistic() {}

    /** 1/(1 + exp(-x)), from exp(-|x|). */
    public static double sigmoid(double x) {
        return sigmoidOfTail(x, logisticTail(x));
    }

    /** The derivative of sigmoid, from exp(-|x|). */
    public static double sigmoidDx(double x) {
        return sigmoidDxOfTail(logisticTail(x));
    }

    /** exp(-|x|), from which sigmoid and its derivative are taken without loss in either tail. */
    public static double logisticTail(double x) {
        return Math.exp(-Math.abs(x));
    }

    /** The sigmoid of x: 1/(1 + exp(-x)), where e = exp(-|x|). */
    public static double sigmoidOfTail(double x, double e) {
        return (x < 0.0 ? e : 1.0) / (1.0 + e);
    }

    /** The derivative of sigmoid: e/(1 + e)^2 with e = exp(-|x|). */
    public static double sigmoidDxOfTail(double e) {
        return e / ((1.0 + e) * (1.0 + e));
    }

    /** log(sigmoid(x)). */
    public static double logsigmoid(double x) {
        return Math.min(x, 0.0) - Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** log(1 + exp(x)). */
    public static double softplus(double x) {
        return Math.max(x, 0.0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** log(exp(a) + exp(b)), shifted by the larger. */
    public static double logaddexp(double a, double b) {
        double larger = Math.max(a, b);
        if (Math.abs(larger) == Double.POSITIVE_INFINITY) {
            return larger;
        }
        double smaller = Math.min(a, b);
        double sum = larger + Math.log1p(Math.exp(smaller - larger));
        return larger < 0.0 && Math.abs(sum) < 0.25 ? logaddexpNearZero(larger, smaller) : sum;
    }

    /** logaddexp where the larger argument cancels the logarithm, with what sums lose. */
    static double logaddexpNearZero(double larger, double smaller) {
        double apart = smaller - larger;
        double power = Math.exp(apart);
        double sum = 1.0 + power;
        double log = Math.log(sum);
        double lost = sumLoss(1.0, power, sum) + power * sumLoss(smaller, -larger, apart);
        return larger + log + (logRest(sum, log) + lost / sum);
    }

    /** What d logaddexp(a, b) / da is: sigmoid(a - b); 0 at -inf, NaN at +inf. */
    public static double logaddexpWeight(double a, double b) {
        if (Math.abs(a) == Double.POSITIVE_INFINITY) {
            return a < 0.0 ? orNaN(0.0, b) : Double.NaN;
        }
        return sigmoid(a - b);
    }

    /** log(1 - exp(-x)) for x &gt; 0. */
    public static double log1mexp(double x) {
        return x < 0.7 ? Math.log(-Math.expm1(-x)) : Math.log1p(-Math.exp(-x));
    }

    /** The derivative of log1mexp, 1/expm1(x); above 40, where it would overflow in time, exp(-x). */
    public static double log1mexpDx(double x) {
        if (x < 0.0) {
            return Double.NaN;
        }
        return x > 40.0 ? Math.exp(-x) : 1.0 / Math.expm1(Math.abs(x));
    }

    /** x log(y); 0 at x = 0 for every number y. */
    public static double xlogy(double x, double y) {
        return x == 0.0 ? orNaN(0.0, y) : x * Math.log(y);
    }

    /** The derivative of xlogy by x, log(y); r = xlogy(x, y). */
    public static double xlogyDx(double x, double y, double r) {
        return orNaN(Math.log(y), r);
    }

    /** The derivative of xlogy by y, x/y; 0 at x = 0; r = xlogy(x, y). */
    public static double xlogyDy(double x, double y, double r) {
        return orNaN(x == 0.0 ? 0.0 : x / Math.abs(y), r);
    }
}
