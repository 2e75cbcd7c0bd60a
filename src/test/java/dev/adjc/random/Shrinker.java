package dev.adjc.random;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a program that fails smaller, as long as it fails and there is time.
 *
 * @param <P> the kind of programs
 */
abstract class Shrinker<P> {
    private static final int MOST_TRIES = 4_000;
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final Predicate<P> fails;
    private final Instant end = Instant.now().plus(LONGEST);
    private P smallest;
    private int tries;

    Shrinker(P program, Predicate<P> fails) {
        this.smallest = program;
        this.fails = fails;
    }

    /** The smallest program found that still fails. */
    final P shrink() {
        boolean smaller = true;
        while (smaller && hasTime()) {
            smaller = step();
        }
        return smallest;
    }

    /** Tries what there is to try once; whether anything of it fails as well. */
    abstract boolean step();

    final P smallest() {
        return smallest;
    }

    /** Goes on with the candidate if it fails as well. */
    final boolean take(P candidate) {
        tries++;
        if (hasTime() && fails.test(candidate)) {
            smallest = candidate;
            return true;
        }
        return false;
    }

    final boolean hasTime() {
        return tries < MOST_TRIES && Instant.now().isBefore(end);
    }

    static <T> List<T> without(List<T> list, int position) {
        List<T> left = new ArrayList<>(list);
        left.remove(position);
        return left;
    }
}
