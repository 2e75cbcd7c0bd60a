package dev.adjc.cli;

import dev.adjc.compile.Layout;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.files.Publication;
import dev.adjc.files.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code adjc fmt}: the canonical layout. */
@Command(
        name = "fmt",
        header = "Format .ad files.",
        description =
                "Format .ad files in place, in the one canonical way. If one has a syntax error, all stay as they are.",
        footer = "  adjc fmt --check samples")
final class FmtCommand extends AdjcCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Files, or folders with all .ad files below them.")
    private List<Path> filesAndFolders = List.of();

    @Option(
            names = "--check",
            description = "Change nothing; print the files that would change, and exit with 1 if there are any.")
    private boolean check;

    @Mixin
    private ReportOption report = new ReportOption();

    FmtCommand(Console console) {
        super(console);
    }

    @Override
    Reporter reporter() {
        return report.reporter(console());
    }

    @Override
    ExitCode run() {
        Map<Path, String> changed = new LinkedHashMap<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (SourceFile file : SourceFile.all(filesAndFolders)) {
            Layout layout = Layout.of(file.read());
            diagnostics.addAll(layout.diagnostics());
            if (layout.changes()) {
                changed.put(file.path(), layout.after());
            }
        }
        if (!diagnostics.isEmpty()) {
            throw CommandFailure.wrong(diagnostics);
        }
        if (check) {
            changed.keySet().forEach(path -> console().out().print(path + "\n"));
            return changed.isEmpty() ? ExitCode.SUCCESS : ExitCode.WRONG;
        }
        changed.forEach(Publication::write);
        return ExitCode.SUCCESS;
    }
}
