package @package@;

/** Prints Rosenbrock's function and its gradient, at the point where searches for its lowest point begin. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        RosenbrockReverse.Gradient at = RosenbrockReverse.gradient(-1.2, 1);
        System.out.println("value " + at.value() + ", by x " + at.x() + ", by y " + at.y());
    }
}
