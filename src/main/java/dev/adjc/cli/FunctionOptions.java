package dev.adjc.cli;

import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.files.SourceFile;
import dev.adjc.files.SourceRoots;
import dev.adjc.run.ClassPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which function a command works on, and the Java that it may call. */
final class FunctionOptions {
    @Parameters(paramLabel = "FILE", description = "The .ad file.")
    private Path file = Path.of("");

    @Option(
            names = {"-f", "--function"},
            paramLabel = "F",
            description = "A function of the file. Default: the only one, or the only one that no other calls.")
    private Optional<String> function = Optional.empty();

    @Option(
            names = {"-cp", "--class-path"},
            paramLabel = "PATH",
            split = "${sys:path.separator}",
            description = "Folders and jars with the Java of extern functions.")
    private List<Path> classPath = new ArrayList<>();

    @Mixin
    private CompilerOptions compiler = new CompilerOptions();

    /** Tells diagnostics in the form that the command line asks for. */
    Reporter reporter(Console console) {
        return compiler.reporter(console);
    }

    /** A function, and where its extern functions are found. */
    record Subject(CompiledFunction function, ClassPath classPath) {}

    /** Compiles the file and picks the function; tells what is wrong with the file. */
    Subject load(Reporter reporter) {
        ClassPath externs = new ClassPath(classPath);
        Compilation compilation = compile(reporter, externs);
        return new Subject(pick(compilation), externs);
    }

    /** As {@link #load}, for who runs the function: its extern functions must be there. */
    Subject loadToRun(Reporter reporter) {
        Subject subject = load(reporter);
        List<Diagnostic> missing = subject.classPath().missing(subject.function());
        if (!missing.isEmpty()) {
            throw CommandFailure.wrong(missing);
        }
        return subject;
    }

    private Compilation compile(Reporter reporter, ClassPath externs) {
        SourceFile source = SourceFile.of(file);
        SourceRoots roots = new SourceRoots(source, compiler.sourcePath());
        Compilation compilation = Compiler.compile(source.read(), roots, compiler.options(Optional.empty()), externs);
        if (compilation.hasErrors()) {
            throw CommandFailure.wrong(compilation.diagnostics());
        }
        reporter.report(compilation.diagnostics());
        return compilation;
    }

    private CompiledFunction pick(Compilation compilation) {
        if (function.isPresent()) {
            return compilation.function(function.get()).orElseThrow(() -> unknown(function.get(), compilation));
        }
        if (compilation.functions().size() == 1) {
            return compilation.functions().get(0);
        }
        if (compilation.uncalled().size() == 1) {
            return compilation.uncalled().get(0);
        }
        List<CompiledFunction> several =
                compilation.uncalled().isEmpty() ? compilation.functions() : compilation.uncalled();
        throw CommandFailure.usage(
                several.isEmpty()
                        ? file + " has no function that is written in it"
                        : "name a function of " + file + " with --function: " + names(several));
    }

    private CommandFailure unknown(String name, Compilation compilation) {
        String known = compilation.functions().isEmpty() ? "none" : names(compilation.functions());
        String hint = Nearest.to(
                        name,
                        compilation.functions().stream()
                                .map(CompiledFunction::name)
                                .collect(Collectors.toList()))
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("it has " + known);
        return CommandFailure.usage("there is no function " + name + " in " + file + "; " + hint);
    }

    private static String names(List<CompiledFunction> functions) {
        return functions.stream().map(CompiledFunction::name).collect(Collectors.joining(", "));
    }
}
