package dev.adjc.compile;

import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.Formatter;
import dev.adjc.syntax.Parser;
import java.util.List;

/**
 * A file in its canonical layout, or the syntax errors that stand in the way.
 *
 * @param before the text as it is, without a byte-order mark
 * @param after the text as it should be; {@code before} where there is an error
 */
public record Layout(String before, String after, List<Diagnostic> diagnostics) {

    /** The layout of a file. */
    public static Layout of(InputFile file) {
        Decoded decoded = Decoded.of(file.name(), file.content());
        String before = decoded.source().text();
        List<Diagnostic> diagnostics = Parser.parse(decoded).diagnostics();
        return diagnostics.isEmpty()
                ? new Layout(before, Formatter.format(decoded.source()), diagnostics)
                : new Layout(before, before, diagnostics);
    }

    public boolean changes() {
        return !before.equals(after);
    }
}
