package dev.adjc.compile;

import dev.adjc.check.Checked;
import dev.adjc.check.Checker;
import dev.adjc.check.Sources;
import dev.adjc.lower.Externs;
import dev.adjc.lower.Lowering;
import dev.adjc.syntax.Declaration;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.DeepStack;
import dev.adjc.syntax.Parser;
import java.util.ArrayList;
import java.util.List;

/** Compiles a file: the stages from text to functions that can be differentiated, in order. */
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
        return DeepStack.run(() -> {
            Checked checked = Checker.check(Parser.parse(file), sources);
            return checked.hasErrors()
                    ? new Compilation(List.of(), List.of(), checked.diagnostics())
                    : lower(checked, options, externs);
        });
    }

    private static Compilation lower(Checked checked, Options options, ExternCode code) {
        Externs externs = new Externs(checked::callee, code::of);
        String packageName = options.packageName()
                .orElse(checked.unit().packageName().map(name -> name.text()).orElse(""));
        List<CompiledFunction> functions = new ArrayList<>();
        List<CompiledFunction> uncalled = new ArrayList<>();
        for (Declaration declaration : checked.declarations()) {
            if (declaration instanceof Declaration.Function function) {
                CompiledFunction compiled = new CompiledFunction(
                        function, Lowering.lower(function, checked::callee, externs), packageName, options);
                functions.add(compiled);
                if (!checked.isCalled(function)) {
                    uncalled.add(compiled);
                }
            }
        }
        return new Compilation(functions, uncalled, checked.diagnostics());
    }
}
