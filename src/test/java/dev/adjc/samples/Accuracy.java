package dev.adjc.samples;

import dev.adjc.samples.Expected.Reference;
import java.math.BigDecimal;
import java.math.MathContext;

/** How far a number is from its reference. */
final class Accuracy {
    private static final double UNIT = 0x1p-53;

    private Accuracy() {}

    /** Whether the number is the reference, but for the rounding errors of the steps, twice to first order. */
    static boolean isRight(double number, Reference reference) {
        if (isSpecial(reference)) {
            return Double.compare(number, Double.parseDouble(reference.text())) == 0;
        }
        double error = error(number, reference);
        return error <= allowed(reference);
    }

    /** What the error may be. */
    private static double allowed(Reference reference) {
        double size = Math.abs(Double.parseDouble(reference.text()));
        return 2 * reference.condition() * UNIT * (size == 0 ? 1 : size) + Double.MIN_VALUE;
    }

    /** Whether the number is what the source prints, in the digits that it prints. */
    static boolean isAsPrinted(double number, Reference reference) {
        String figure = reference.figure().orElseThrow();
        BigDecimal printed = new BigDecimal(figure);
        BigDecimal half =
                BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, printed.scale())).divide(BigDecimal.valueOf(2));
        BigDecimal error = new BigDecimal(number).subtract(printed).abs();
        return error.compareTo(half.add(new BigDecimal(allowed(reference)))) <= 0;
    }

    static boolean isSpecial(Reference reference) {
        return !Double.isFinite(Double.parseDouble(reference.text()));
    }

    /** The error in units in the last place of the reference. */
    static double ulps(double number, Reference reference) {
        return error(number, reference) / Math.ulp(Double.parseDouble(reference.text()));
    }

    /** The error allowed, in the same units. */
    static double allowedUlps(Reference reference) {
        return allowed(reference) / Math.ulp(Double.parseDouble(reference.text()));
    }

    private static double error(double number, Reference reference) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .subtract(new BigDecimal(reference.text()))
                        .abs(MathContext.DECIMAL64)
                        .doubleValue()
                : Double.POSITIVE_INFINITY;
    }
}
