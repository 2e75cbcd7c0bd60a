package dev.adjc.syntax;

import dev.adjc.source.Span;

/** {@code from..<to}, or {@code from..to} which includes its end. */
public record Range(Expression from, Expression to, End end, Span span) {

    /** Whether the upper bound itself belongs to the range. */
    public enum End {
        EXCLUDED,
        INCLUDED
    }
}
