package dev.adjc.lower;

import dev.adjc.ir.Guard;
import dev.adjc.ir.Operand;
import dev.adjc.syntax.Declaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of calls that were expanded already: same function, same arguments, same results. */
final class Calls {
    private final Map<Key, List<Operand>> results = new HashMap<>();

    private record Key(Declaration.Function function, List<Operand> arguments, Guard guard) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.function == function
                    && key.arguments.equals(arguments)
                    && key.guard.equals(guard);
        }

        @Override
        public int hashCode() {
            return (31 * System.identityHashCode(function) + arguments.hashCode()) * 31 + guard.hashCode();
        }
    }

    /** The results of an equal call under this guard or one around it. */
    Optional<List<Operand>> find(Declaration.Function function, List<Operand> arguments, Guard guard) {
        Guard around = guard;
        while (true) {
            List<Operand> known = results.get(new Key(function, arguments, around));
            if (known != null || around.isAlways()) {
                return Optional.ofNullable(known);
            }
            around = around.outer();
        }
    }

    void add(Declaration.Function function, List<Operand> arguments, Guard guard, List<Operand> outputs) {
        results.put(new Key(function, arguments, guard), outputs);
    }
}
