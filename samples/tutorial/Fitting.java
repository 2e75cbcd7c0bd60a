import java.util.Locale;
import lectures.CubicFitReverse;

/** Fits a cubic to the sine at 2,000 points from -π to π, by gradient descent. */
class Fitting {
    private static final int POINTS = 2000;
    private static final double LEARNING_RATE = 1e-6;

    public static void main(String[] arguments) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int n = 0; n < POINTS; n++) {
            x[n] = 2 * Math.PI * n / (POINTS - 1) - Math.PI;
            y[n] = Math.sin(x[n]);
        }

        CubicFitReverse fit = new CubicFitReverse(POINTS);
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int step = 0; step <= 5000; step++) {
            CubicFitReverse.Gradient at = fit.gradient(x, y, a, b, c, d);
            if (step % 1000 == 0) {
                print("%4d steps: loss %.4f", step, at.value());
            }
            a -= LEARNING_RATE * at.a();
            b -= LEARNING_RATE * at.b();
            c -= LEARNING_RATE * at.c();
            d -= LEARNING_RATE * at.d();
        }

        print("b = %.4f, d = %.4f; a and c below 1e-12: %b", b, d, Math.max(Math.abs(a), Math.abs(c)) < 1e-12);
        for (int at = 1; at <= 3; at++) {
            print("at %d: sine %.3f, cubic %.3f", at, Math.sin(at), a + b * at + c * at * at + d * at * at * at);
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
