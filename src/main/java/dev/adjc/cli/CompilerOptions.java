package dev.adjc.cli;

import dev.adjc.compile.Options;
import dev.adjc.derive.ZeroRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that compiles can be told. */
final class CompilerOptions {
    @Option(
            names = "--source-path",
            paramLabel = "DIR",
            split = "${sys:path.separator}",
            description = "Folders in which imports are looked for, after the file's own source root.")
    private List<Path> sourcePath = new ArrayList<>();

    @Option(
            names = "--ieee-zero",
            description = "Let a tangent or adjoint of zero times an infinite partial be NaN, as IEEE 754 has it;"
                    + " without it, it is zero.")
    private boolean ieeeZero;

    @Mixin
    private ReportOption report = new ReportOption();

    List<Path> sourcePath() {
        return sourcePath;
    }

    /** Tells diagnostics in the form that the command line asks for. */
    Reporter reporter(Console console) {
        return report.reporter(console);
    }

    Options options(Optional<String> packageName) {
        return new Options(ieeeZero ? ZeroRule.IEEE : ZeroRule.ABSORBING, packageName);
    }
}
