package dev.adjc.check;

import dev.adjc.source.Span;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Who calls whom. Trees are compared by identity: two calls may look alike. */
final class Calls {
    private final Map<Expression.Call, Callee> callees = new IdentityHashMap<>();
    private final Map<Declaration, List<Edge>> edges = new IdentityHashMap<>();

    /** A call of a declared function. */
    record Edge(Span call, Declaration callee) {}

    /** A call of a declared function, in a body or in a rule. */
    void add(Declaration caller, Expression.Call call, Declaration callee) {
        callees.put(call, Callee.of(callee));
        edges.computeIfAbsent(caller, none -> new ArrayList<>())
                .add(new Edge(call.function().span(), callee));
    }

    /** A call of what no file declares. */
    void add(Expression.Call call, Callee callee) {
        callees.put(call, callee);
    }

    List<Edge> from(Declaration caller) {
        return edges.getOrDefault(caller, List.of());
    }

    Map<Expression.Call, Callee> callees() {
        return callees;
    }
}
