package dev.adjc.derive;

import dev.adjc.ir.Guard;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Under which branches contributions reach an adjoint. Where none of them is taken the adjoint is zero whatever the
 * numbers, and nothing may be passed on (conventions, P5): a partial may be infinite there.
 */
final class Reach {
    /** Of more branches than this only the guard around all of them is kept. */
    private static final int MOST = 16;

    /** Each is reached wherever it is taken, unless there are gaps. */
    private final Set<Guard> branches = new LinkedHashSet<>();

    private boolean gaps;

    /** Whether something arrives wherever a guard holds. */
    enum Certainty {
        CERTAIN,
        POSSIBLE
    }

    /**
     * Where an adjoint is passed on through a definition.
     *
     * @param guard around all of it
     * @param certainty whether the adjoint is reached wherever that guard holds
     * @param branches where it is certainly reached; if that is not known, none
     */
    record Arrival(Guard guard, Certainty certainty, List<Guard> branches) {
        private static Arrival certain(Guard guard) {
            return new Arrival(guard, Certainty.CERTAIN, List.of(guard));
        }

        /** What can be said of an operand wherever it stands: the conditions that are no elements of arrays. */
        Arrival ofScalars() {
            Guard scalars = scalars(guard);
            boolean all = scalars.equals(guard)
                    && branches.stream().allMatch(branch -> scalars(branch).equals(branch));
            return all ? this : new Arrival(scalars, Certainty.POSSIBLE, List.of());
        }

        private static Guard scalars(Guard guard) {
            Guard scalars = guard;
            for (Guard around = guard; !around.isAlways(); around = around.outer()) {
                if (!around.condition().isScalar()) {
                    scalars = around.outer();
                }
            }
            return scalars;
        }
    }

    /** Something arrives wherever this guard holds. */
    void add(Guard guard) {
        Guard whole = guard;
        while (!whole.isAlways() && branches.remove(whole.opposite())) {
            whole = whole.outer();
        }
        branches.add(whole);
        if (branches.size() > MOST) {
            Guard around = around(branches);
            branches.clear();
            branches.add(around);
            gaps = true;
        }
    }

    /** Something arrives through a definition. */
    void add(Arrival arrival) {
        if (arrival.branches().isEmpty()) {
            gaps = true;
            add(arrival.guard());
        } else {
            arrival.branches().forEach(this::add);
        }
    }

    /** What arrives at a definition under this guard, if anything can. */
    Optional<Arrival> at(Guard guard) {
        Set<Guard> met = new LinkedHashSet<>();
        for (Guard branch : branches) {
            if (guard.within(branch)) {
                met.clear();
                met.add(guard);
                break;
            }
            if (!branch.excludes(guard)) {
                met.add(branch.within(guard) ? branch : guard);
            }
        }
        if (met.isEmpty()) {
            return Optional.empty();
        }
        Guard around = around(met);
        boolean known = !gaps && (!met.contains(guard) || branches.stream().anyMatch(guard::within));
        if (known && met.contains(around)) {
            return Optional.of(Arrival.certain(around));
        }
        return Optional.of(new Arrival(around, Certainty.POSSIBLE, known ? List.copyOf(met) : List.of()));
    }

    private static Guard around(Set<Guard> guards) {
        return guards.stream().reduce(Guard::common).orElseThrow();
    }
}
