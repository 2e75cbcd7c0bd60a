package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RosenbrockTest {
    private static final double STEP = 1e-5;

    /** Differences with this step are right to about 1e-7 here. */
    private static final double TOLERANCE = 1e-6;

    @Test
    void gradientIsThatOfDifferences() {
        double x = -1.2;
        double y = 1;
        RosenbrockReverse.Gradient gradient = RosenbrockReverse.gradient(x, y);
        assertEquals((value(x + STEP, y) - value(x - STEP, y)) / (2 * STEP), gradient.x(), TOLERANCE);
        assertEquals((value(x, y + STEP) - value(x, y - STEP)) / (2 * STEP), gradient.y(), TOLERANCE);
    }

    private static double value(double x, double y) {
        return RosenbrockReverse.value(x, y);
    }
}
