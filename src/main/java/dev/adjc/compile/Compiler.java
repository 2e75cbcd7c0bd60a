package dev.adjc.compile;

import dev.adjc.check.Checked;
import dev.adjc.check.Checker;
import dev.adjc.check.Sources;
import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import dev.adjc.diagnostic.Severity;
import dev.adjc.ir.Program;
import dev.adjc.lower.Externs;
import dev.adjc.lower.Lowering;
import dev.adjc.lower.TooLarge;
import dev.adjc.operator.Spelling;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.DeepStack;
import dev.adjc.syntax.Identifier;
import dev.adjc.syntax.Parsed;
import dev.adjc.syntax.Parser;
import dev.adjc.syntax.SourceUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Compiles a file to functions, each of which gives its Java classes: the front door for commands and for build tools.
 *
 * <pre>{@code
 * InputFile file = new InputFile("umbc.ad", Files.readAllBytes(Path.of("umbc.ad")));
 * Compilation compilation = Compiler.compile(file, Imports.none(), Options.DEFAULT);
 * compilation.diagnostics().forEach(System.err::println);
 * for (CompiledFunction function : compilation.functions()) {
 *     GeneratedFile reverse = function.generate(Mode.REVERSE);
 *     Files.writeString(Path.of(reverse.path()), reverse.text());
 * }
 * }</pre>
 *
 * <p>The name of a file is the one that diagnostics show. What it imports comes from {@link Imports}, the library of the
 * language excepted, which is always there. A mistake of the program is no exception but a diagnostic: a compilation with
 * errors has no functions. The text of a class depends on the program, its imports, the options and the version of adjc alone.
 * Nothing is read or written here, no state is kept, and all may be called from any thread.
 */
public final class Compiler {
    private Compiler() {}

    /** Compiles a file whose extern functions nobody runs here. */
    public static Compilation compile(Decoded file, Sources sources, Options options) {
        return compile(file, sources, options, ExternCode.ABSENT);
    }

    /**
     * Compiles a file.
     *
     * @param sources where its imports are found
     * @param externs runs the extern functions, where a trace or a check needs their values
     */
    public static Compilation compile(Decoded file, Sources sources, Options options, ExternCode externs) {
        return compile(Parser.parse(file), sources, options, externs);
    }

    /**
     * Compiles a file whose extern functions nobody runs here.
     *
     * @param imports where its imports are found
     */
    public static Compilation compile(InputFile file, Imports imports, Options options) {
        return compile(file, imports, options, ExternCode.ABSENT);
    }

    /**
     * Compiles a file.
     *
     * @param imports where its imports are found
     * @param externs runs the extern functions, where a trace or a check needs their values
     */
    public static Compilation compile(InputFile file, Imports imports, Options options, ExternCode externs) {
        Parsed parsed = Parser.parse(decoded(file));
        String packageName =
                parsed.unit().packageName().map(SourceUnit.Path::text).orElse("");
        Sources sources = path -> imports.find(packageName, path).map(Compiler::decoded);
        return compile(parsed, sources, options, externs);
    }

    private static Decoded decoded(InputFile file) {
        return Decoded.of(file.name(), file.content());
    }

    private static Compilation compile(Parsed parsed, Sources sources, Options options, ExternCode externs) {
        return DeepStack.run(() -> {
            Checked checked = Checker.check(parsed, sources);
            List<Diagnostic> diagnostics = new ArrayList<>();
            packageFault(checked, options).ifPresent(diagnostics::add);
            diagnostics.addAll(checked.diagnostics());
            if (checked.hasErrors()) {
                return refused(checked, diagnostics);
            }
            try {
                Compilation lowered = lower(checked, options, externs);
                lowered.functions().forEach(function -> diagnostics.addAll(MissingRules.of(function.primal())));
                diagnostics.addAll(ClassNames.clashes(lowered.functions()));
                return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR)
                        ? refused(checked, diagnostics)
                        : lowered;
            } catch (TooLarge large) {
                diagnostics.add(tooLarge(large.function()));
                return refused(checked, diagnostics);
            }
        });
    }

    private static Compilation refused(Checked checked, List<Diagnostic> diagnostics) {
        return new Compilation(List.of(), List.of(), diagnostics, checked.unit().packageName());
    }

    /** What is wrong with the package that a file names; whoever asks for another one does not care. */
    private static Optional<Diagnostic> packageFault(Checked checked, Options options) {
        return checked.unit()
                .packageName()
                .filter(name -> options.packageName().isEmpty() && !PackageName.isLegal(name.text()))
                .map(name -> Diagnostic.at(name.span(), Code.NO_JAVA_PACKAGE, name.text()));
    }

    /** Only the first such function is told: what it calls may be too large as well. */
    private static Diagnostic tooLarge(Identifier function) {
        String most = String.format(Locale.ROOT, "%,d", TooLarge.MOST);
        return Diagnostic.at(function.span(), Code.TOO_LARGE, function.text(), most);
    }

    private static Compilation lower(Checked checked, Options options, ExternCode code) {
        Externs externs = new Externs(checked, extern -> code.of(method(extern)));
        String packageName = options.packageName()
                .orElse(checked.unit().packageName().map(SourceUnit.Path::text).orElse(""));
        List<Declaration.Function> declared = checked.declarations().stream()
                .filter(Declaration.Function.class::isInstance)
                .map(Declaration.Function.class::cast)
                .toList();
        // those that no other calls are the largest: one that is too large is found before any is worked on
        Map<Declaration.Function, Program> programs = new IdentityHashMap<>();
        declared.stream()
                .sorted(Comparator.comparing(checked::isCalled))
                .forEach(each -> programs.put(each, Lowering.lower(each, checked, externs)));
        List<CompiledFunction> functions = new ArrayList<>();
        List<CompiledFunction> uncalled = new ArrayList<>();
        for (Declaration.Function function : declared) {
            Program program = Objects.requireNonNull(programs.get(function));
            CompiledFunction compiled = new CompiledFunction(function, program, packageName, options);
            functions.add(compiled);
            if (!checked.isCalled(function)) {
                uncalled.add(compiled);
            }
        }
        return new Compilation(
                functions, uncalled, checked.diagnostics(), checked.unit().packageName());
    }

    private static ExternMethod method(Declaration.Extern extern) {
        Spelling.ExternMethod method = Externs.method(extern);
        return new ExternMethod(
                extern.name().text(),
                method.className(),
                method.method(),
                method.parameters(),
                extern.javaName().span());
    }
}
