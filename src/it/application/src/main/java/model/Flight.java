package model;

/** Calls what the program became. */
public final class Flight {
    private Flight() {}

    public static double dragBySpeed(double speed) {
        return DragReverse.gradient(speed, 0, 2).v();
    }
}
