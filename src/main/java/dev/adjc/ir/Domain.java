package dev.adjc.ir;

/**
 * The points for which a step is carried out. A scalar's domain is a single point, where its guard holds.
 */
public record Domain(Guard guard) {

    /** The single point, always. */
    public static final Domain POINT = new Domain(Guard.ALWAYS);

    /** The single point, where the guard holds. */
    public static Domain where(Guard guard) {
        return guard.isAlways() ? POINT : new Domain(guard);
    }
}
