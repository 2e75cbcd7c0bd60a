package model;

/** What the program calls. */
public final class Air {
    private Air() {}

    public static double density(double height) {
        return 1.225 * Math.exp(-height / 8500);
    }

    public static double slope(double height) {
        return -density(height) / 8500;
    }
}
