package dev.adjc.cli;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.compile.Pipeline;
import dev.adjc.diagnostic.Nearest;
import dev.adjc.emit.Product;
import dev.adjc.ir.Printer;
import dev.adjc.ir.Program;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code adjc ir}: the program between two passes. */
@Command(
        name = "ir",
        header = "Print a function in SSA form, after any pass.",
        description =
                "Print a function or its derivative in SSA form: an operation a line, every name defined once. --after says"
                        + " after which pass; without it, what the generated code is made of.",
        footer = "  adjc ir samples/lectures/umbc.ad --mode reverse --after derive")
final class IrCommand extends FunctionCommand {

    /** The passes, for completion. */
    static final class Stages implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Pipeline.stages().iterator();
        }
    }

    /** What is computed. */
    enum Wanted {
        value(Product.Kind.VALUE),
        gradient(Product.Kind.GRADIENT),
        jvp(Product.Kind.JVP),
        vjp(Product.Kind.VJP);

        private final Product.Kind kind;

        Wanted(Product.Kind kind) {
            this.kind = kind;
        }
    }

    @Mixin
    private ModeOption mode = new ModeOption();

    @Option(
            names = {"-w", "--want"},
            paramLabel = "WHAT",
            description =
                    "What is computed, one of ${COMPLETION-CANDIDATES}; of what a class computes by repeated runs, one run."
                            + " Default: the gradient of one number, else jvp in forward and vjp in reverse mode.")
    private Optional<Wanted> want = Optional.empty();

    @Option(
            names = "--after",
            paramLabel = "PASS",
            completionCandidates = Stages.class,
            description = "The pass to stop after: ${COMPLETION-CANDIDATES}.")
    private Optional<String> after = Optional.empty();

    IrCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run() {
        List<String> stages = Pipeline.stages();
        String last = after.orElse(stages.get(stages.size() - 1));
        if (!stages.contains(last)) {
            String hint = Nearest.to(last, stages)
                    .map(nearest -> "; did you mean " + nearest + "?")
                    .orElse(".");
            throw CommandFailure.usage(
                    "there is no pass " + last + hint + " The passes are " + String.join(", ", stages));
        }
        try (Progress progress = new Progress(console())) {
            progress.doing("compiling");
            CompiledFunction function = load().function();
            Product.Kind kind = function.run(mode.mode(), kind(function));
            Map<String, Program> programs = new LinkedHashMap<>();
            progress.doing("differentiating " + function.name());
            function.watch(mode.mode(), kind, programs::put);
            Program program = programs.getOrDefault(last, function.program(mode.mode(), kind));
            console().out().print(Printer.print(program));
        }
        return ExitCode.SUCCESS;
    }

    private Product.Kind kind(CompiledFunction function) {
        if (want.isPresent()) {
            if (want.get() == Wanted.gradient && !function.hasGradient()) {
                throw CommandFailure.usage(
                        function.name() + " does not give one number and so has no gradient: ask for jvp or vjp");
            }
            return want.get().kind;
        }
        if (function.hasGradient()) {
            return Product.Kind.GRADIENT;
        }
        return mode.mode() == Mode.FORWARD ? Product.Kind.JVP : Product.Kind.VJP;
    }
}
