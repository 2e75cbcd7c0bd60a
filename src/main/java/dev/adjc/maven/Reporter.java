package dev.adjc.maven;

import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.files.SourceFile;
import dev.adjc.source.Span;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.build.BuildContext;

/**
 * Tells diagnostics where they are read: as marks in an IDE's editors, else in the log, in the form of javac's under Maven,
 * which consoles link.
 */
record Reporter(Log log, BuildContext context, Editors editors) {

    /** Takes away the marks that an earlier run has left. */
    void forget(List<SourceFile> files) {
        files.forEach(file -> context.removeMessages(file.path().toFile()));
    }

    void tell(Diagnostic diagnostic) {
        boolean error = diagnostic.severity() == Severity.ERROR;
        String words = diagnostic.severity().text() + "[" + diagnostic.code().label() + "] " + diagnostic.message()
                + diagnostic.help().map(help -> "\n  help: " + help).orElse("");
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

    private void mark(Span span, String words, int severity) {
        context.addMessage(new File(span.source().name()), span.line(), span.column(), words, severity, null);
    }

    private static String place(Span span) {
        return span.source().name() + ":[" + span.line() + "," + span.column() + "] ";
    }
}
