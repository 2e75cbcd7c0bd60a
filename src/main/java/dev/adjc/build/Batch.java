package dev.adjc.build;

import dev.adjc.compile.GeneratedFile;
import dev.adjc.diagnostic.Diagnostic;
import java.util.List;

/**
 * What became of files that were compiled together.
 *
 * @param generated the classes of all of them; none if anything is wrong
 * @param isRefused whether anything is wrong
 */
public record Batch(List<GeneratedFile> generated, List<Diagnostic> diagnostics, boolean isRefused) {

    public Batch {
        generated = List.copyOf(generated);
        diagnostics = List.copyOf(diagnostics);
    }
}
