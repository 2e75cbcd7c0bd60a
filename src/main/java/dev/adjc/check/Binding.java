package dev.adjc.check;

import dev.adjc.source.Span;
import java.util.List;

/**
 * What a name means from its definition to the next one.
 *
 * @param sources the bindings that the value is computed from
 * @param active whether a derivative with respect to some parameter may flow into it
 */
record Binding(String name, Span span, Role role, List<Binding> sources, boolean active) {

    /** How the name came to be. */
    enum Role {
        PARAMETER,
        INTEGER,
        DEFINITION
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
