package dev.adjc.build;

import dev.adjc.compile.ClassNames;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.ExternCode;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Imports;
import dev.adjc.compile.InputFile;
import dev.adjc.compile.Mode;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.emit.NoWorkSpace;
import dev.adjc.files.Reading;
import dev.adjc.files.SourceFile;
import dev.adjc.files.SourceRoots;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compiles files together: to all of their classes or, if anything is wrong, to none. */
public final class BatchCompiler {
    private final Settings settings;
    private final Consumer<String> progress;

    /**
     * A compiler of files.
     *
     * @param progress is told what is done from now on
     */
    public BatchCompiler(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Compiles files to Java.
     *
     * @param reading is told what is read, even where something of it cannot be
     */
    public Batch compile(List<SourceFile> files, Reading reading) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<CompiledFunction> functions = new ArrayList<>();
        for (SourceFile file : files) {
            Compilation compilation = compile(file, reading, ExternCode.ABSENT);
            diagnostics.addAll(compilation.diagnostics());
            otherFolder(file, compilation).ifPresent(diagnostics::add);
            functions.addAll(compilation.functions());
        }
        diagnostics.addAll(ClassNames.clashes(functions));
        List<GeneratedFile> generated = new ArrayList<>();
        if (diagnostics.stream().noneMatch(this::isRefused)) {
            generate(functions, generated, diagnostics);
        }
        boolean refused = diagnostics.stream().anyMatch(this::isRefused);
        return new Batch(refused ? List.of() : generated, Diagnostic.distinct(diagnostics), refused);
    }

    /** Compiles one file to functions. */
    public Compilation compile(SourceFile file, Reading reading, ExternCode externs) {
        progress.accept("compiling " + file.path());
        SourceRoots roots = new SourceRoots(file, settings.sourcePath(), reading);
        Imports imports = (packageName, path) -> roots.find(packageName, path).map(this::inUtf8);
        return Compiler.compile(inUtf8(file.read()), imports, settings.options(), externs);
    }

    private Optional<Diagnostic> otherFolder(SourceFile file, Compilation compilation) {
        return compilation
                .packageName()
                .filter(name -> settings.options().packageName().isEmpty() && !file.isIn(name.text()))
                .map(name -> Diagnostic.at(name.span(), Code.OTHER_FOLDER, name.text()));
    }

    private boolean isRefused(Diagnostic diagnostic) {
        return diagnostic.severity() == Severity.ERROR || settings.warnings() == Settings.Warnings.ARE_REFUSED;
    }

    /** What is in UTF-8 already stays as it is: the compiler itself tells where it is not. */
    private InputFile inUtf8(InputFile file) {
        return settings.encoding().equals(StandardCharsets.UTF_8)
                ? file
                : new InputFile(
                        file.name(), new String(file.content(), settings.encoding()).getBytes(StandardCharsets.UTF_8));
    }

    private void generate(
            List<CompiledFunction> functions, List<GeneratedFile> generated, List<Diagnostic> diagnostics) {
        for (CompiledFunction function : functions) {
            for (Mode mode : settings.modes().modes()) {
                progress.accept("differentiating " + function.name() + " in " + mode.word() + " mode");
                try {
                    generated.add(function.generate(mode));
                } catch (NoWorkSpace none) {
                    diagnostics.add(none.diagnostic());
                }
            }
        }
    }
}
