package dev.adjc.random;

import dev.adjc.check.Sources;
import dev.adjc.compile.Compilation;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Compiler;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.compile.Options;
import dev.adjc.derive.ZeroRule;
import dev.adjc.emit.Product;
import dev.adjc.harness.ClassFile;
import dev.adjc.harness.Classes;
import dev.adjc.harness.ErrorBounds.Bounded;
import dev.adjc.harness.GeneratedCode;
import dev.adjc.harness.GeneratedText;
import dev.adjc.harness.JavaMethods;
import dev.adjc.harness.OperationCount;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Program;
import dev.adjc.source.Source;
import dev.adjc.syntax.Decoded;
import dev.adjc.syntax.Formatter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Compiles a random program and tries everything on it that must hold of all. */
final class Trial {
    /** A limit of HotSpot: it never compiles larger methods. */
    private static final int HUGE_METHOD = 8_000;

    private final RandomProgram program;
    private final CompiledFunction function;
    private final Program lowered;
    private final References references;
    private final Tally tally;

    /** How many points there were of either kind, and what came of them; and how many elementary programs. */
    static final class Tally {
        final AtomicLong ordinary = new AtomicLong();
        final AtomicLong overflows = new AtomicLong();
        final AtomicLong special = new AtomicLong();
        final AtomicLong specialFinite = new AtomicLong();
        final AtomicLong refused = new AtomicLong();
        final AtomicLong elementary = new AtomicLong();
    }

    /** Something that does not hold. */
    static final class Failure extends AssertionError {
        private static final long serialVersionUID = 1L;
        private final String property;

        Failure(String property, String words) {
            super(property + ": " + words);
            this.property = property;
        }

        String property() {
            return property;
        }
    }

    private Trial(RandomProgram program, CompiledFunction function, Tally tally) {
        this.program = program;
        this.function = function;
        this.lowered = function.lowered();
        this.references = new References(lowered, new Origin(function.span(), function.span()), program.seed());
        this.tally = tally;
    }

    /**
     * Compiles a program.
     *
     * @param packageName of the generated classes
     */
    static Trial of(RandomProgram program, String packageName, Tally tally) {
        return new Trial(program, compile(program.toString(), program, packageName), tally);
    }

    private static CompiledFunction compile(String text, RandomProgram program, String packageName) {
        Decoded file = Decoded.of("random.ad", text.getBytes(StandardCharsets.UTF_8));
        Options options = new Options(ZeroRule.ABSORBING, Optional.of(packageName));
        Compilation compilation = Compiler.compile(file, Sources.none(), options, new JavaMethods());
        if (compilation.hasErrors()) {
            throw new Failure("has no errors", compilation.diagnostics().toString());
        }
        return compilation.function(program.main().name()).orElseThrow();
    }

    static void check(boolean holds, String property, String words) {
        if (!holds) {
            throw new Failure(property, words);
        }
    }

    // ---- the text

    List<GeneratedFile> files() {
        return List.of(function.generate(Mode.FORWARD), function.generate(Mode.REVERSE));
    }

    /** Formatting is stable and changes no step. */
    void checkFormat(String packageName) {
        String formatted = Formatter.format(new Source("random.ad", program.toString()));
        String again = Formatter.format(new Source("random.ad", formatted));
        check(formatted.equals(again), "formatting twice changes nothing", formatted);
        CompiledFunction same = compile(formatted, program, packageName);
        check(
                lowered.toString().equals(same.lowered().toString()),
                "formatting keeps the program",
                formatted + lowered + same.lowered());
    }

    /** Generating again gives the same text. */
    void checkRepetition(List<GeneratedFile> files, String packageName) {
        CompiledFunction twin = compile(program.toString(), program, packageName);
        Iterator<GeneratedFile> first = files.iterator();
        for (Mode mode : Mode.values()) {
            String text = twin.generate(mode).text();
            check(first.next().text().equals(text), "generating twice gives the same text", text);
        }
    }

    /** Nothing stands in the classes that no careful author would have written. */
    void checkText(GeneratedText text) {
        for (Mode mode : Mode.values()) {
            List<String> faults = text.faults().getOrDefault(function.qualifiedClassName(mode), List.of());
            check(faults.isEmpty(), "nothing idle is generated", faults.toString());
        }
    }

    /** Adjoints take no more operations than the rows of the table and the edges say. */
    void checkCount() {
        OperationCount count = new OperationCount(function);
        count.fault().ifPresent(words -> check(false, "adjoints take few operations", words));
        tally.elementary.addAndGet(count.isElementary() ? 1 : 0);
    }

    /** HotSpot compiles each method. */
    void checkSizes(Classes classes) {
        for (Mode mode : Mode.values()) {
            String name = function.qualifiedClassName(mode);
            classes.files(name)
                    .forEach((className, file) -> ClassFile.codeLengths(file)
                            .forEach((method, length) -> check(
                                    length <= HUGE_METHOD,
                                    "no method is too large to be compiled",
                                    className + "." + method + " has " + length + " bytes")));
        }
    }

    // ---- numbers

    /** All numbers of both classes, at all points. */
    void checkNumbers(Classes classes) {
        Map<Mode, GeneratedCode> codes = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            codes.put(mode, new GeneratedCode(classes.load(function.qualifiedClassName(mode)), lowered));
        }
        for (int i = 0; i < program.points(); i++) {
            boolean ordinary = i < ProgramGenerator.ORDINARY_POINTS;
            new PointTrial(program, lowered, references, program.point(i), ordinary, tally).check(codes);
        }
    }

    /** Each pass keeps what a program gives. */
    void checkPasses() {
        double[] point = program.point(0);
        Interpreter run;
        try {
            run = Interpreter.run(lowered, point);
        } catch (Interpreter.Refused e) {
            return;
        }
        double[] values = run.outputs(lowered);
        References.Numbers expected = references.at(point);
        for (Mode mode : Mode.values()) {
            checkPasses(mode, Product.Kind.JVP, concat(point, references.tangents()), values, expected);
            checkPasses(mode, Product.Kind.VJP, concat(point, references.adjoints()), values, expected);
            if (values.length == 1) {
                checkPasses(mode, Product.Kind.GRADIENT, point, values, expected);
            }
            if (references.isLarge()) {
                break;
            }
        }
    }

    private void checkPasses(
            Mode mode, Product.Kind kind, double[] inputs, double[] values, References.Numbers expected) {
        function.watch(mode, kind, (pass, stage) -> {
            boolean derived = stage.parameters().size() == inputs.length;
            int own = Math.min(inputs.length, stage.parameters().size());
            Interpreter run = Interpreter.run(stage, Arrays.copyOf(inputs, own));
            double[] outputs = run.outputs(stage);
            String where = " (" + kind.method() + " in " + mode.word() + " mode, after " + pass + ")";
            for (int i = 0; i < values.length; i++) {
                boolean same = PointTrial.sameBits(outputs[i], values[i]);
                check(same, "passes keep every bit of a value", outputs[i] + ", not " + values[i] + where);
            }
            for (int i = values.length; derived && expected.isFinite() && i < outputs.length; i++) {
                Bounded reference = expected.of(kind)[i - values.length];
                check(
                        PointTrial.agree(outputs[i], reference.number(), reference.bound()),
                        "passes keep derivatives",
                        outputs[i] + ", not " + reference + where);
            }
        });
    }

    static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
