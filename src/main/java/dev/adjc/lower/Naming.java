package dev.adjc.lower;

import dev.adjc.ir.Access;
import dev.adjc.ir.Value;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Statement;
import dev.adjc.syntax.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which element a definition of a number gives: that of a new value, or one that the caller waits for.
 *
 * @param role of new values
 * @param callee the function that is expanded, if it is not the one that is compiled
 */
record Naming(Value.Role role, Optional<String> callee, Map<Statement, List<Optional<Access>>> awaited) {

    /** In the function that is compiled every name is the program's. */
    static Naming named() {
        return new Naming(Value.Role.NAMED, Optional.empty(), Map.of());
    }

    /** In a function that is expanded; the last definition of each output gives what the caller waits for. */
    static Naming expanded(Declaration.Function function, List<Optional<Access>> targets) {
        Map<String, Optional<Access>> wanted = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            wanted.put(function.outputs().get(i).name().text(), targets.get(i));
        }
        Map<Statement, List<Optional<Access>>> awaited = new IdentityHashMap<>();
        for (int i = function.statements().size() - 1; i >= 0 && !wanted.isEmpty(); i--) {
            Statement statement = function.statements().get(i);
            List<Optional<Access>> elements = new ArrayList<>();
            for (Target target : defined(statement)) {
                Optional<Access> element = wanted.remove(target.name().text());
                elements.add(element == null ? Optional.empty() : element);
            }
            awaited.put(statement, elements);
            if (statement instanceof Statement.Loop) {
                wanted.keySet().removeAll(Statement.names(List.of(statement)));
            }
        }
        return new Naming(Value.Role.INNER, Optional.of(function.name().text()), awaited);
    }

    private static List<Target> defined(Statement statement) {
        return statement instanceof Statement.Definition definition
                ? List.of(definition.target())
                : statement instanceof Statement.CallDefinition definition ? definition.targets() : List.of();
    }

    /** What the caller waits for from this target of a statement. */
    Optional<Access> of(Statement statement, int position) {
        List<Optional<Access>> elements = awaited.getOrDefault(statement, List.of());
        return position < elements.size() ? elements.get(position) : Optional.empty();
    }
}
