package dev.adjc.compile;

import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.syntax.SourceUnit;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file: its functions, or the mistakes that stand in the way.
 *
 * @param functions in the order of the file; none where there is an error
 * @param uncalled those that no other function of the file calls; if there is one alone, it stands for the file
 * @param diagnostics warnings too, in the order of their places
 * @param packageName what the file says, and where
 */
public record Compilation(
        List<CompiledFunction> functions,
        List<CompiledFunction> uncalled,
        List<Diagnostic> diagnostics,
        Optional<SourceUnit.Path> packageName) {

    public Compilation {
        functions = List.copyOf(functions);
        uncalled = List.copyOf(uncalled);
        diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** The function of this name. */
    public Optional<CompiledFunction> function(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst();
    }
}
