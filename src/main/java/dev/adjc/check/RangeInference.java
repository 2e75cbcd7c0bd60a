package dev.adjc.check;

import dev.adjc.syntax.Binder;
import dev.adjc.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** Finds the dimensions in which an index stands bare; each gives it its range. */
final class RangeInference {
    private final String index;
    private final List<Use> uses = new ArrayList<>();

    /** An access with the index alone in one of its dimensions, counted from 0. */
    record Use(Expression.Access access, int dimension) {}

    private RangeInference(String index) {
        this.index = index;
    }

    /** All such uses in the order of the text, except where an inner reduction gives the name to an index of its own. */
    static List<Use> of(String index, List<Expression> expressions) {
        RangeInference inference = new RangeInference(index);
        expressions.forEach(inference::find);
        return inference.uses;
    }

    private void find(Expression expression) {
        if (expression instanceof Expression.Access access) {
            access(access);
        }
        if (expression instanceof Expression.Reduction reduction) {
            reduction(reduction);
        } else {
            expression.parts().forEach(this::find);
        }
    }

    private void access(Expression.Access access) {
        for (int i = 0; i < access.indices().size(); i++) {
            boolean bare = access.indices().get(i) instanceof Expression.Access.At at
                    && at.position() instanceof Expression.Name name
                    && name.text().equals(index);
            if (bare) {
                uses.add(new Use(access, i));
            }
        }
    }

    /** The ranges before the name is bound again are still within this index's reach. */
    private void reduction(Expression.Reduction reduction) {
        for (Binder binder : reduction.binders()) {
            binder.range().ifPresent(range -> {
                find(range.from());
                find(range.to());
            });
            if (binder.name().text().equals(index)) {
                return;
            }
        }
        find(reduction.body());
    }
}
