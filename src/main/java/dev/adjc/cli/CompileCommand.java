package dev.adjc.cli;

import dev.adjc.compile.ClassNames;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.ExternCode;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.compile.PackageName;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.files.FileFault;
import dev.adjc.files.Publication;
import dev.adjc.files.SourceFile;
import dev.adjc.files.SourceRoots;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Which classes are wanted. */
    enum Modes {
        forward(Mode.FORWARD),
        reverse(Mode.REVERSE),
        both(Mode.FORWARD, Mode.REVERSE);

        private final List<Mode> modes;

        Modes(Mode... modes) {
            this.modes = List.of(modes);
        }
    }

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
        return watch ? watch() : compile(new LinkedHashMap<>());
    }

    /**
     * The changes are watched from before the files are read, so that none is missed in between. What is imported is known
     * only then: it is looked at once more when its watch has begun.
     */
    private ExitCode watch() throws IOException, InterruptedException {
        try (Changes.Watch changes = console().changes().watch(Set.copyOf(filesAndFolders))) {
            boolean goesOn = true;
            while (goesOn) {
                Map<Path, FileTime> read = new LinkedHashMap<>();
                compileAgain(read);
                changes.add(read.keySet());
                boolean changed = read.entrySet().stream()
                        .anyMatch(file -> !SourceRoots.lastChange(file.getKey()).equals(file.getValue()));
                goesOn = changed || changes.await();
            }
        }
        return ExitCode.SUCCESS;
    }

    /** As a single compilation, but what is wrong now may be mended soon. */
    private void compileAgain(Map<Path, FileTime> read) {
        try {
            compile(read);
        } catch (CommandFailure failure) {
            reporter().report(failure.diagnostics());
        } catch (FileFault fault) {
            reporter().reportFault(fault.diagnostic());
        }
    }

    private ExitCode compile(Map<Path, FileTime> read) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<GeneratedFile> generated;
        try (Progress progress = new Progress(console())) {
            List<CompiledFunction> functions = functions(read, diagnostics, progress);
            diagnostics.addAll(ClassNames.clashes(functions));
            if (isRefused(diagnostics)) {
                throw CommandFailure.wrong(diagnostics);
            }
            generated = generate(functions, progress);
        }
        reporter().report(diagnostics);
        for (Path path : Publication.write(folder, generated)) {
            console().out().print(path + "\n");
        }
        console().out().flush();
        return ExitCode.SUCCESS;
    }

    private boolean isRefused(List<Diagnostic> diagnostics) {
        return diagnostics.stream().anyMatch(each -> failOnWarning || each.severity() == Severity.ERROR);
    }

    private List<CompiledFunction> functions(
            Map<Path, FileTime> read, List<Diagnostic> diagnostics, Progress progress) {
        List<SourceFile> files = SourceFile.all(filesAndFolders);
        if (files.isEmpty()) {
            throw CommandFailure.usage("there is no .ad file below " + filesAndFolders.get(0));
        }
        List<CompiledFunction> functions = new ArrayList<>();
        for (SourceFile file : files) {
            progress.doing("compiling " + file.path());
            SourceRoots roots = new SourceRoots(file, compiler.sourcePath());
            Compilation compilation = compile(file, roots, read);
            diagnostics.addAll(compilation.diagnostics());
            functions.addAll(compilation.functions());
        }
        return functions;
    }

    /** Notes what was read, even where something of it cannot be. */
    private Compilation compile(SourceFile file, SourceRoots roots, Map<Path, FileTime> read) {
        try {
            return Compiler.compile(file.read(), roots, compiler.options(packageName), ExternCode.ABSENT);
        } finally {
            read.putAll(roots.read());
        }
    }

    private List<GeneratedFile> generate(List<CompiledFunction> functions, Progress progress) {
        List<GeneratedFile> generated = new ArrayList<>();
        for (CompiledFunction function : functions) {
            for (Mode mode : modes.modes) {
                progress.doing("differentiating " + function.name() + " in " + mode.word() + " mode");
                generated.add(function.generate(mode));
            }
        }
        return generated;
    }
}
