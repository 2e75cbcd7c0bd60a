package dev.adjc.ir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of paths through a program, a path being an outcome for each of its conditions. A set is a number, and equal sets
 * have the same one.
 *
 * <p>They are binary decision diagrams with the newest condition on top, so that a chain of {@code else if} takes a few
 * nodes an arm: what an arm adds stands above what the arms before it left open.
 */
final class Paths {
    /** No path. */
    static final int NONE = 0;

    /** Every path. */
    static final int ALL = 1;

    /** The paths of {@code then} where the condition holds, and of {@code otherwise} where it does not. */
    private record Fork(Access condition, int then, int otherwise) {}

    private record Pair(int a, int b) {}

    private static final Comparator<Access> OLDEST_FIRST = Comparator.comparing(Access::value)
            .thenComparing(access -> access.at().toString());

    private final List<Fork> forks = new ArrayList<>();
    private final Map<Fork, Integer> numbers = new HashMap<>();
    private final Map<Pair, Integer> common = new HashMap<>();
    private final Map<Integer, Integer> complements = new HashMap<>();
    private final Map<Guard, Integer> guarded = new HashMap<>();
    private final Map<Access, Integer> holding = new HashMap<>();

    /** Takes note that the condition holds on these paths and no others. */
    void define(Access condition, int paths) {
        holding.put(condition, paths);
    }

    /** Where the condition holds; one that was not defined by others may hold on any path. */
    int where(Access condition) {
        return holding.computeIfAbsent(condition, unknown -> fork(unknown, ALL, NONE));
    }

    /** Where the guard holds. */
    int where(Guard guard) {
        if (guard.isAlways()) {
            return ALL;
        }
        Integer known = guarded.get(guard);
        if (known != null) {
            return known;
        }
        int holds = where(guard.condition());
        int paths = and(where(guard.outer()), guard.expected() ? holds : not(holds));
        guarded.put(guard, paths);
        return paths;
    }

    int not(int paths) {
        if (paths <= ALL) {
            return ALL - paths;
        }
        Integer known = complements.get(paths);
        if (known != null) {
            return known;
        }
        Fork fork = top(paths);
        int complement = fork(fork.condition, not(fork.then), not(fork.otherwise));
        complements.put(paths, complement);
        complements.put(complement, paths);
        return complement;
    }

    int and(int a, int b) {
        if (a == b || b == ALL || a == NONE) {
            return a;
        }
        if (a == ALL || b == NONE) {
            return b;
        }
        Pair pair = a < b ? new Pair(a, b) : new Pair(b, a);
        Integer known = common.get(pair);
        if (known != null) {
            return known;
        }
        Fork first = top(a);
        Fork second = top(b);
        int order = OLDEST_FIRST.compare(first.condition, second.condition);
        int both = order > 0
                ? fork(first.condition, and(first.then, b), and(first.otherwise, b))
                : order < 0
                        ? fork(second.condition, and(a, second.then), and(a, second.otherwise))
                        : fork(first.condition, and(first.then, second.then), and(first.otherwise, second.otherwise));
        common.put(pair, both);
        return both;
    }

    int or(int a, int b) {
        return not(and(not(a), not(b)));
    }

    /** What is in the first set and not in the second. */
    int without(int a, int b) {
        return and(a, not(b));
    }

    /** Words for one of the paths: {@code c1, not c2}. */
    String example(int paths) {
        List<String> outcomes = new ArrayList<>();
        int rest = paths;
        while (rest > ALL) {
            Fork fork = top(rest);
            boolean holds = fork.then != NONE;
            outcomes.add(0, (holds ? "" : "not ") + fork.condition);
            rest = holds ? fork.then : fork.otherwise;
        }
        return String.join(", ", outcomes);
    }

    private Fork top(int paths) {
        return forks.get(paths - ALL - 1);
    }

    private int fork(Access condition, int then, int otherwise) {
        if (then == otherwise) {
            return then;
        }
        Fork fork = new Fork(condition, then, otherwise);
        Integer known = numbers.get(fork);
        if (known != null) {
            return known;
        }
        forks.add(fork);
        numbers.put(fork, forks.size() + ALL);
        return forks.size() + ALL;
    }
}
