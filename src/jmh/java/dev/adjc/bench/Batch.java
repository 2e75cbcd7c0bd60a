package dev.adjc.bench;

/** Points at which a function is computed one after another; each has room for its gradient. */
final class Batch {
    private final Evaluator evaluator;
    private final double[][] points;
    private final double[][] gradients;

    Batch(Evaluator evaluator, double[][] points) {
        this.evaluator = evaluator;
        this.points = points;
        this.gradients = new double[points.length][points[0].length];
    }

    double values() {
        double sum = 0;
        for (double[] point : points) {
            sum += evaluator.value(point);
        }
        return sum;
    }

    double gradients() {
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            sum += evaluator.gradient(points[i], gradients[i]);
        }
        return sum;
    }
}
