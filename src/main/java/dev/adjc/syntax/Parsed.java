package dev.adjc.syntax;

import dev.adjc.diagnostic.Diagnostic;
import java.util.List;

/** A tree and the mistakes that were found on the way to it; with mistakes, the tree holds what could be read. */
public record Parsed(SourceUnit unit, List<Diagnostic> diagnostics) {
    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }
}
