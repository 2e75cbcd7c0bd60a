package iris;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Gradient descent: each step goes against the gradient of the loss on a batch of flowers. An epoch is once through all
 * flowers, in an order that is drawn anew.
 *
 * @param name what this flavour is called
 * @param batch how many flowers make a batch
 * @param epochs how many epochs a training takes
 */
public record GradientDescent(String name, int batch, int epochs) {
    /** Length of a step, as a multiple of the gradient. */
    public static final double LEARNING_RATE = 0.1;

    /** Trains a network. */
    public Training train(Network start, Flowers flowers, long seed) {
        Random random = new Random(seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, flowers.count()).boxed().toList());
        double[] losses = new double[epochs + 1];
        losses[0] = start.loss(flowers);
        Network network = start;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Collections.shuffle(order, random);
            for (int first = 0; first < order.size(); first += batch) {
                int end = Math.min(first + batch, order.size());
                network = step(network, flowers.select(order.subList(first, end)));
            }
            losses[epoch] = network.loss(flowers);
        }
        return new Training(name, network, losses);
    }

    private static Network step(Network network, Flowers batch) {
        double[] weights = network.weights();
        double[] gradient = network.gradient(batch);
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= LEARNING_RATE * gradient[i];
        }
        return Network.of(weights);
    }
}
