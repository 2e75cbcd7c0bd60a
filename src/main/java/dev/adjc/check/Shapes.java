package dev.adjc.check;

import dev.adjc.ir.Index;
import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Expression;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What the checks found out about sizes, in the words of the function in which it stands: its sizes, integers and indices are
 * {@link dev.adjc.ir.Symbol}s of their names. Trees are compared by identity.
 */
public final class Shapes {
    private final Map<Binder, Index> ends = new IdentityHashMap<>();
    private final Map<Expression.Call, Map<String, Index>> sizes = new IdentityHashMap<>();

    void end(Binder binder, Index end) {
        ends.put(binder, end);
    }

    void sizes(Expression.Call call, Map<String, Index> ofCallee) {
        sizes.put(call, Map.copyOf(ofCallee));
    }

    /** Where an index that bears no range ends: it runs from 0 up to this number, which is left out. */
    public Index end(Binder binder) {
        Index end = ends.get(binder);
        if (end == null) {
            throw new IllegalArgumentException("no index without a range: " + binder.span());
        }
        return end;
    }

    /** What each size that the called function names is in this call. */
    public Map<String, Index> sizes(Expression.Call call) {
        return sizes.getOrDefault(call, Map.of());
    }
}
