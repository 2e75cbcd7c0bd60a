package iris;

/**
 * How a training went.
 *
 * @param name of the method
 * @param network the network at the end
 * @param losses the loss on all flowers: at the beginning, then after each epoch
 */
public record Training(String name, Network network, double[] losses) {
    /** The loss at the end. */
    public double loss() {
        return losses[losses.length - 1];
    }
}
