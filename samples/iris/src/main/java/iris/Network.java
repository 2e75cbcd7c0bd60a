package iris;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * A network, which is its weights. What it computes stands in {@code network.ad}.
 *
 * @param V weights of the hidden layer, from 3 features to 16 units
 * @param W weights of the species, from 16 units to 3
 */
public record Network(double[] V, double[] W) {
    /** How many units the hidden layer has. */
    public static final int HIDDEN = 16;

    /** One that knows nothing yet: its weights are drawn from the standard normal distribution. */
    public static Network random(long seed) {
        Random random = new Random(seed);
        return of(DoubleStream.generate(random::nextGaussian)
                .limit((Flowers.FEATURES + Flowers.CLASSES) * HIDDEN)
                .toArray());
    }

    /** That of these weights, in the order of {@link #weights}. */
    public static Network of(double[] weights) {
        int border = Flowers.FEATURES * HIDDEN;
        return new Network(Arrays.copyOfRange(weights, 0, border), Arrays.copyOfRange(weights, border, weights.length));
    }

    /** All weights: those of the hidden layer, then those of the species. */
    public double[] weights() {
        return join(V, W);
    }

    /** The mean negative log-likelihood of the flowers' species. */
    public double loss(Flowers flowers) {
        return nll(flowers).value(flowers.X(), flowers.Y(), V, W);
    }

    /** The derivatives of the loss with respect to all weights, in their order: one sweep of reverse mode. */
    public double[] gradient(Flowers flowers) {
        NllReverse.Gradient gradient = nll(flowers).gradient(flowers.X(), flowers.Y(), V, W);
        return join(gradient.V(), gradient.W());
    }

    /** The number of the species with the highest score, for each row of features. */
    public int[] classify(double[] X) {
        int rows = X.length / Flowers.FEATURES;
        int classes = Flowers.CLASSES;
        double[] scores = new ScoresReverse(rows, Flowers.FEATURES, HIDDEN, classes)
                .value(X, V, W)
                .U();
        int[] species = new int[rows];
        for (int n = 0; n < rows; n++) {
            for (int c = 1; c < classes; c++) {
                if (scores[n * classes + c] > scores[n * classes + species[n]]) {
                    species[n] = c;
                }
            }
        }
        return species;
    }

    /** For how many of the flowers it finds the species. */
    public int right(Flowers flowers) {
        int[] found = classify(flowers.X());
        int right = 0;
        for (int n = 0; n < flowers.count(); n++) {
            if (found[n] == flowers.species(n)) {
                right++;
            }
        }
        return right;
    }

    private static NllReverse nll(Flowers flowers) {
        return new NllReverse(flowers.count(), Flowers.FEATURES, Flowers.CLASSES, HIDDEN);
    }

    private static double[] join(double[] first, double[] second) {
        return DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }
}
