package dev.adjc.cli;

import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.JsonReport;
import dev.adjc.diagnostic.Style;
import dev.adjc.diagnostic.TextReport;
import java.util.List;

/** Tells diagnostics on standard error, in the form that was asked for. */
final class Reporter {

    /** The forms. */
    enum Form {
        /** For people, with excerpts. */
        text,
        /** For programs, an object a line. */
        json
    }

    private final Console console;
    private final Form form;

    Reporter(Console console, Form form) {
        this.console = console;
        this.form = form;
    }

    /** Prints them, each once, however often a shared import brought it up. */
    void report(List<Diagnostic> diagnostics) {
        List<Diagnostic> distinct = Diagnostic.distinct(diagnostics);
        if (distinct.isEmpty()) {
            return;
        }
        if (form == Form.json) {
            distinct.forEach(each -> console.err().print(JsonReport.of(each) + "\n"));
        } else {
            console.err().print(text().of(distinct));
        }
        console.err().flush();
    }

    /** Prints one that stands in no text, in one line. */
    void reportFault(Diagnostic diagnostic) {
        console.err().print(form == Form.json ? JsonReport.of(diagnostic) + "\n" : text().of(diagnostic));
        console.err().flush();
    }

    private TextReport text() {
        return new TextReport(console.hasColours(Console.Stream.ERR) ? Style.COLOURED : Style.PLAIN);
    }
}
