package dev.adjc.operator.special;

/** Values of polynomials, coefficients of low powers first, and what a sum loses. */
public final class Sums {
    private Sums() {}

    /** A polynomial of degree 2 or more, even and odd powers apart: two short chains instead of one. */
    static double polynomial(double[] coefficients, double x) {
        int last = coefficients.length - 1;
        double square = x * x;
        double high = coefficients[last];
        double low = coefficients[last - 1];
        for (int k = last - 2; k > 0; k -= 2) {
            high = high * square + coefficients[k];
            low = low * square + coefficients[k - 1];
        }
        double both = high * x + low;
        return last % 2 == 0 ? both * x + coefficients[0] : both;
    }

    /** (p(x) - p(y))/(x - y) for the polynomial p, without the cancellation. */
    static double dividedDifference(double[] coefficients, double x, double y) {
        double value = coefficients[coefficients.length - 1];
        double difference = 0.0;
        for (int k = coefficients.length - 2; k >= 0; k--) {
            difference = difference * y + value;
            value = value * x + coefficients[k];
        }
        return difference;
    }

    /** What a + b has beyond its rounded sum, exactly (Knuth). */
    static double sumLoss(double a, double b, double sum) {
        double second = sum - a;
        return (a - (sum - second)) + (b - second);
    }
}
