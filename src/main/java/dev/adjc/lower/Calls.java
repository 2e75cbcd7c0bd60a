package dev.adjc.lower;

import dev.adjc.ir.Axis;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.syntax.Declaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of calls that were expanded already: same function, same arguments, same results. */
final class Calls {
    private final Map<Key, List<Meaning>> results = new HashMap<>();

    private record Key(Declaration.Function function, List<Meaning> arguments, List<Axis> axes, Guard guard) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.function == function
                    && key.arguments.equals(arguments)
                    && key.axes.equals(axes)
                    && key.guard.equals(guard);
        }

        @Override
        public int hashCode() {
            return ((31 * System.identityHashCode(function) + arguments.hashCode()) * 31 + axes.hashCode()) * 31
                    + guard.hashCode();
        }
    }

    /** The results of an equal call at the same points, under this guard or one around it. */
    Optional<List<Meaning>> find(Declaration.Function function, List<Meaning> arguments, Domain domain) {
        Guard around = domain.guard();
        while (true) {
            List<Meaning> known = results.get(new Key(function, arguments, domain.axes(), around));
            if (known != null || around.isAlways()) {
                return Optional.ofNullable(known);
            }
            around = around.outer();
        }
    }

    void add(Declaration.Function function, List<Meaning> arguments, Domain domain, List<Meaning> outputs) {
        results.put(new Key(function, arguments, domain.axes(), domain.guard()), outputs);
    }
}
