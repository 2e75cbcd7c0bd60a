package model;

/** What the program calls; the program's rule for its derivative is wrong. */
public final class Cube {
    private Cube() {}

    public static double of(double x) {
        return x * x * x;
    }
}
