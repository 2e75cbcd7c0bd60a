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

    /** The points of this domain, under another guard. */
    public Domain with(Guard other) {
        return other.equals(guard) ? this : where(other);
    }
}
