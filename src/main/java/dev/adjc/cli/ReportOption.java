package dev.adjc.cli;

import picocli.CommandLine.Option;

/** In which form mistakes are told. */
final class ReportOption {
    @Option(
            names = "--diagnostics",
            paramLabel = "FORM",
            defaultValue = "text",
            description = "How mistakes are told, ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Reporter.Form form = Reporter.Form.text;

    Reporter reporter(Console console) {
        return new Reporter(console, form);
    }
}
