package dev.adjc.ir;

import java.util.function.UnaryOperator;

/**
 * Under which branches a step is carried out: a condition's outcome, within an outer guard. Nothing is computed, and no
 * derivative flows, where a guard does not hold.
 *
 * <p>Printed {@code if c1, not c2}. Guards are equal if their conditions and outcomes are.
 */
public final class Guard {

    /** No branch at all. */
    public static final Guard ALWAYS = new Guard();

    private final Guard outer;
    private final Access condition;
    private final boolean expected;
    private final int depth;
    private final int hash;

    private Guard() {
        this.outer = this;
        this.condition = new Values()
                .make("always", Value.Type.CONDITION, Value.Role.TEMPORARY)
                .read();
        this.expected = true;
        this.depth = 0;
        this.hash = 1;
    }

    private Guard(Guard outer, Access condition, boolean expected) {
        this.outer = outer;
        this.condition = condition;
        this.expected = expected;
        this.depth = outer.depth + 1;
        this.hash = 31 * outer.hash + 2 * condition.hashCode() + (expected ? 1 : 0);
    }

    /** This guard and, within it, the condition's outcome. */
    public Guard and(Access further, boolean outcome) {
        return new Guard(this, further, outcome);
    }

    /** The other outcome of the innermost condition. */
    public Guard opposite() {
        return new Guard(outer, condition, !expected);
    }

    /** The same outcomes, of what the function makes of each condition. */
    Guard reading(UnaryOperator<Operand> current) {
        return isAlways() ? this : outer.reading(current).and((Access) current.apply(condition), expected);
    }

    /** The guard around this one; {@link #ALWAYS} is around itself. */
    public Guard outer() {
        return outer;
    }

    /** The innermost condition. */
    public Access condition() {
        return condition;
    }

    /** Whether the innermost condition must hold, or must not. */
    public boolean expected() {
        return expected;
    }

    /** How many conditions are nested. */
    public int depth() {
        return depth;
    }

    public boolean isAlways() {
        return this == ALWAYS;
    }

    /** The guard at a depth on the way from {@link #ALWAYS} to this one. */
    public Guard at(int outerDepth) {
        Guard guard = this;
        while (guard.depth > outerDepth) {
            guard = guard.outer;
        }
        return guard;
    }

    /** Whether this guard can hold only where the other one does. */
    public boolean within(Guard other) {
        return other.isAlways() || depth >= other.depth && at(other.depth).equals(other);
    }

    /** The innermost guard that is around both. */
    public Guard common(Guard other) {
        Guard a = at(other.depth);
        Guard b = other.at(depth);
        while (!a.equals(b)) {
            a = a.outer;
            b = b.outer;
        }
        return a;
    }

    /** Whether both are branches of one condition that cannot be taken together. */
    public boolean excludes(Guard other) {
        Guard around = common(other);
        if (depth == around.depth || other.depth == around.depth) {
            return false;
        }
        Guard mine = at(around.depth + 1);
        Guard theirs = other.at(around.depth + 1);
        return mine.condition.equals(theirs.condition) && mine.expected != theirs.expected;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Guard guard
                && hash == guard.hash
                && depth == guard.depth
                && depth > 0
                && condition.equals(guard.condition)
                && expected == guard.expected
                && outer.equals(guard.outer);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        if (isAlways()) {
            return "";
        }
        String own = (expected ? "" : "not ") + condition;
        return outer.isAlways() ? "if " + own : outer + ", " + own;
    }
}
