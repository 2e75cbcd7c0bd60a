package dev.adjc.cli;

import dev.adjc.build.Batch;
import dev.adjc.build.BatchCompiler;
import dev.adjc.build.Modes;
import dev.adjc.build.Settings;
import dev.adjc.compile.PackageName;
import dev.adjc.files.FileFault;
import dev.adjc.files.Publication;
import dev.adjc.files.Reading;
import dev.adjc.files.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code adjc compile}: Java classes out of {@code .ad} files, all of them or, if anything is wrong, none. */
@Command(
        name = "compile",
        header = "Write the Java classes of .ad files.",
        description = "Write the Java classes of .ad files: for each function one that differentiates in forward mode"
                + " and one in reverse mode. Print the path of each file written; write none if anything is wrong.",
        footer = "  adjc compile samples/lectures/umbc.ad -d out")
final class CompileCommand extends AdjcCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Files, or folders with all .ad files below them. Imports are found below the"
                    + " folder named, and below a file's folder less the folders of its package.")
    private List<Path> filesAndFolders = List.of();

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIR",
            description = "The folder in which packages begin; made if need be. Default: the current one.")
    private Path folder = Path.of("");

    @Option(
            names = {"-m", "--mode"},
            defaultValue = "both",
            paramLabel = "MODE",
            description = "Which classes are written, ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Modes modes = Modes.both;

    @Option(names = "--package", paramLabel = "NAME", description = "The Java package, instead of what the files say.")
    private Optional<String> packageName = Optional.empty();

    @Mixin
    private CompilerOptions compiler = new CompilerOptions();

    @Option(names = "--fail-on-warning", description = "Treat warnings as errors: write nothing, and exit with 1.")
    private boolean failOnWarning;

    @Option(names = "--watch", description = "Compile again whenever a file changes, until interrupted.")
    private boolean watch;

    CompileCommand(Console console) {
        super(console);
    }

    @Override
    Reporter reporter() {
        return compiler.reporter(console());
    }

    @Override
    ExitCode run() throws IOException, InterruptedException {
        packageName.filter(name -> !PackageName.isLegal(name)).ifPresent(name -> {
            throw CommandFailure.usage("`" + name + "` is no name for a Java package");
        });
        return watch ? watch() : compile(new Reading());
    }

    /**
     * The changes are watched from before the files are read, so that none is missed in between. What is imported is known
     * only then: it is looked at once more when its watch has begun.
     */
    private ExitCode watch() throws IOException, InterruptedException {
        try (Changes.Watch changes = console().changes().watch(Set.copyOf(filesAndFolders))) {
            boolean goesOn = true;
            while (goesOn) {
                Reading reading = new Reading();
                compileAgain(reading);
                changes.add(reading.files());
                goesOn = reading.isBehind() || changes.await();
            }
        }
        return ExitCode.SUCCESS;
    }

    /** As a single compilation, but what is wrong now may be mended soon. */
    private void compileAgain(Reading reading) {
        try {
            compile(reading);
        } catch (CommandFailure failure) {
            reporter().report(failure.diagnostics());
        } catch (FileFault fault) {
            reporter().reportFault(fault.diagnostic());
        }
    }

    private ExitCode compile(Reading reading) {
        List<SourceFile> files = SourceFile.all(filesAndFolders);
        if (files.isEmpty()) {
            throw CommandFailure.usage("there is no .ad file below " + filesAndFolders.get(0));
        }
        Batch batch;
        try (Progress progress = new Progress(console())) {
            batch = new BatchCompiler(settings(), progress::doing).compile(files, reading);
        }
        if (batch.isRefused()) {
            throw CommandFailure.wrong(batch.diagnostics());
        }
        reporter().report(batch.diagnostics());
        for (Path path : Publication.write(folder, batch.generated())) {
            console().out().print(path + "\n");
        }
        console().out().flush();
        return ExitCode.SUCCESS;
    }

    private Settings settings() {
        return new Settings(
                compiler.options(packageName),
                modes,
                compiler.sourcePath(),
                StandardCharsets.UTF_8,
                failOnWarning ? Settings.Warnings.ARE_REFUSED : Settings.Warnings.ARE_TOLD);
    }
}
