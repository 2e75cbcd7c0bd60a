package dev.adjc.bench;

/** Gradients as one would write them by hand. */
final class ByHand {
    private ByHand() {}

    /** e^(x z) + x z / ln x + sin(ln x) / (x z). */
    static final class SharedTerms implements Evaluator {
        @Override
        public double value(double[] at) {
            double x = at[0];
            double a = x * at[1];
            double b = Math.log(x);
            return Math.exp(a) + a / b + Math.sin(b) / a;
        }

        @Override
        public double gradient(double[] at, double[] gradient) {
            return gradient(at[0], at[1], gradient);
        }

        private static double gradient(double x, double z, double[] gradient) {
            double a = x * z;
            double b = Math.log(x);
            double c = Math.exp(a);
            double byA = 1 / a;
            double byB = 1 / b;
            double d = a * byB;
            double e = Math.sin(b) * byA;
            double slopeA = c + byB - e * byA;
            double slopeB = Math.cos(b) * byA - d * byB;
            gradient[0] = z * slopeA + slopeB / x;
            gradient[1] = x * slopeA;
            return c + d + e;
        }
    }

    /** The sum of (1 - x)^2 + 100 (y - x^2)^2 over neighbours x, y, whose number does not matter. */
    static final class RosenbrockLoop implements Evaluator {
        @Override
        public double value(double[] x) {
            double sum = 0;
            for (int i = 0; i + 1 < x.length; i++) {
                double t = 1 - x[i];
                double u = x[i + 1] - x[i] * x[i];
                sum += t * t + 100 * (u * u);
            }
            return sum;
        }

        @Override
        public double gradient(double[] x, double[] gradient) {
            double sum = 0;
            double left = x[0];
            double fromLeft = 0;
            for (int i = 0; i + 1 < x.length; i++) {
                double right = x[i + 1];
                double t = 1 - left;
                double u = right - left * left;
                double v = 200 * u;
                sum += t * t + 100 * (u * u);
                gradient[i] = fromLeft - 2 * (t + left * v);
                fromLeft = v;
                left = right;
            }
            gradient[x.length - 1] = fromLeft;
            return sum;
        }
    }
}
