package dev.adjc.syntax;

import dev.adjc.source.Span;
import java.util.List;

/** What a statement defines: {@code y}, {@code q[m]}, {@code d[i in 0..<n]}, {@code p[i, :]}. */
public record Target(Identifier name, List<Index> indices, Span span) {
    public Target {
        indices = List.copyOf(indices);
    }

    /** A place between the brackets of a left-hand side. */
    public sealed interface Index permits Binder, Colon {
        Span span();
    }

    /** {@code :}, where the dimensions of a called function's output are stored. */
    public record Colon(Span span) implements Index {}
}
