package dev.adjc.view;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for readers: as many digits as tell something, and none more. */
public final class Figures {
    private static final MathContext DIGITS = new MathContext(10);

    private Figures() {}

    /** Ten significant digits, without zeros at the end; whole numbers without a point. */
    public static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -5 && exponent < 15) {
            return rounded.toPlainString();
        }
        BigDecimal mantissa = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros();
        return mantissa.toPlainString() + "e" + exponent;
    }
}
