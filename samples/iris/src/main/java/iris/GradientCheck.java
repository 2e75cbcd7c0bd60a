package iris;

/**
 * The gradient of the loss, computed in three ways that should agree.
 *
 * @param forward derivatives by forward mode
 * @param reverse derivatives by reverse mode
 * @param differences central differences of the loss
 */
public record GradientCheck(double[] forward, double[] reverse, double[] differences) {
    /** The cube root of the rounding unit: where truncation and rounding of a central difference are about equal. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** Computes the gradient at a network. */
    public static GradientCheck at(Network network, Flowers flowers) {
        return new GradientCheck(
                forward(network, flowers), network.gradient(flowers), differences(network.weights(), flowers));
    }

    private static double[] forward(Network network, Flowers flowers) {
        NllForward.Gradient gradient = new NllForward(
                        flowers.count(), Flowers.FEATURES, Flowers.CLASSES, Network.HIDDEN)
                .gradient(flowers.X(), flowers.Y(), network.V(), network.W());
        return new Network(gradient.V(), gradient.W()).weights();
    }

    private static double[] differences(double[] weights, Flowers flowers) {
        double[] differences = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double weight = weights[i];
            weights[i] = weight + STEP;
            double above = Network.of(weights).loss(flowers);
            weights[i] = weight - STEP;
            double below = Network.of(weights).loss(flowers);
            weights[i] = weight;
            differences[i] = (above - below) / (2 * STEP);
        }
        return differences;
    }

    /** The largest difference between the two modes. */
    public double betweenModes() {
        return largest(forward, reverse);
    }

    /** The largest difference between reverse mode and central differences. */
    public double toDifferences() {
        return largest(reverse, differences);
    }

    private static double largest(double[] some, double[] others) {
        double largest = 0;
        for (int i = 0; i < some.length; i++) {
            largest = Math.max(largest, Math.abs(some[i] - others[i]));
        }
        return largest;
    }
}
