package dev.adjc.lower;

import dev.adjc.syntax.Expression;

/** Knows what each call of a checked program stands for. */
@FunctionalInterface
public interface Callees {
    Callee of(Expression.Call call);
}
