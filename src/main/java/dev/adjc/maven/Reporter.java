package dev.adjc.maven;

import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Diagnostic.Related;
import dev.adjc.diagnostic.Severity;
import dev.adjc.source.Span;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;

/**
 * Tells diagnostics where they are read: as marks in an IDE's editors, else in the log, in the form of javac's under Maven,
 * which consoles link.
 */
record Reporter(Log log, BuildContext context, Editors editors) {

    /** Takes away the marks that an earlier run has left. */
    void forget(Set<Path> files) {
        files.forEach(file -> context.removeMessages(file.toFile()));
    }

    void tell(Diagnostic diagnostic) {
        boolean error = diagnostic.severity() == Severity.ERROR;
        String words = words(diagnostic);
        Optional<Span> span = diagnostic.span();
        if (editors.arePresent() && span.isPresent()) {
            mark(span.get(), words, error ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING);
            return;
        }
        String line = span.map(Reporter::place).orElse("") + words;
        if (error) {
            log.error(line);
        } else {
            log.warn(line);
        }
    }

    /** What is wrong, what other places have to do with it, and how to mend it; but not where. */
    static String words(Diagnostic diagnostic) {
        StringBuilder words = new StringBuilder(
                diagnostic.severity().text() + "[" + diagnostic.code().label() + "] " + diagnostic.message());
        for (Related related : diagnostic.related()) {
            String place = isBeside(diagnostic, related) ? lineAndColumn(related.span()) : place(related.span());
            diagnostic
                    .mark(related)
                    .ifPresent(mark -> words.append("\n  ").append(place).append(mark));
        }
        diagnostic.help().ifPresent(help -> words.append("\n  help: ").append(help));
        return words.toString();
    }

    private void mark(Span span, String words, int severity) {
        context.addMessage(new File(span.source().name()), span.line(), span.column(), words, severity, null);
    }

    /** Whether the file has been named already. */
    private static boolean isBeside(Diagnostic diagnostic, Related related) {
        return diagnostic
                .span()
                .filter(span ->
                        span.source().name().equals(related.span().source().name()))
                .isPresent();
    }

    private static String place(Span span) {
        return span.source().name() + ":" + lineAndColumn(span);
    }

    private static String lineAndColumn(Span span) {
        return "[" + span.line() + "," + span.column() + "] ";
    }
}
