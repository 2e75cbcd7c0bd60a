package dev.adjc.run;

/**
 * Difference quotients of one function at one point, for steps each half the one before.
 *
 * <p>Neighbours are extrapolated (Richardson), and the best step is where four neighbours spread least. The spread, and the
 * noise of the function's values over the step, are the error to be expected. Where a function has a ripple, or a kink close
 * by, long steps agree with each other and not with short ones, which see it: then the short ones are right.
 */
final class Quotients {
    private static final int WINDOW = 4;

    /** A thousandfold shorter step shows how quotients grow. */
    private static final int DECADES = 10;

    private final double[] quotients;
    private final double[] steps;

    Quotients(int length) {
        this.quotients = new double[length];
        this.steps = new double[length];
    }

    void set(int k, double quotient, double step) {
        quotients[k] = quotient;
        steps[k] = step;
    }

    /** Whether the difference does not get smaller with the step. */
    boolean jumps(double noise) {
        return growth(noise) > 500;
    }

    /**
     * The limit for steps of zero length; infinite where the quotients grow and grow.
     *
     * @param gain by how much half a step divides the leading error
     */
    Slope.Estimate limit(int gain, double noise) {
        if (growth(noise) > 8) {
            return new Slope.Estimate(Math.copySign(Double.POSITIVE_INFINITY, last()), Double.NaN);
        }
        double[] extrapolated = new double[quotients.length - 1];
        for (int k = 0; k < extrapolated.length; k++) {
            extrapolated[k] = (gain * quotients[k + 1] - quotients[k]) / (gain - 1);
        }
        Slope.Estimate best = Slope.Estimate.NONE;
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        for (int from = extrapolated.length - WINDOW; from >= 0; from--) {
            Slope.Estimate estimate = estimate(extrapolated, from, noise);
            double reach = 3 * estimate.error();
            boolean agrees = estimate.value() + reach >= least && estimate.value() - reach <= most;
            if (estimate.exists() && agrees) {
                best = best.error() <= estimate.error() ? best : estimate;
            }
            if (estimate.exists()) {
                least = Math.max(least, estimate.value() - reach);
                most = Math.min(most, estimate.value() + reach);
            }
        }
        return best;
    }

    private Slope.Estimate estimate(double[] extrapolated, int from, double noise) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = from; k < from + WINDOW; k++) {
            least = Math.min(least, extrapolated[k]);
            most = Math.max(most, extrapolated[k]);
        }
        double error = most - least + 4 * noise / steps[from + WINDOW];
        return Double.isFinite(error)
                ? new Slope.Estimate(extrapolated[from + WINDOW - 2], error)
                : Slope.Estimate.NONE;
    }

    /** How much larger the last quotient is than that of a step a thousand times as long; 0 where that is noise. */
    private double growth(double noise) {
        double before = quotients[quotients.length - 1 - DECADES];
        boolean audible = Math.abs(last()) * steps[steps.length - 1] > 100 * noise;
        return audible ? Math.abs(last() / before) : 0;
    }

    private double last() {
        return quotients[quotients.length - 1];
    }
}
