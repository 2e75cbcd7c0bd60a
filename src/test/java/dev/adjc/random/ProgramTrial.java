package dev.adjc.random;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.harness.ClassFile;
import dev.adjc.harness.Classes;
import dev.adjc.harness.ErrorBounds.Bounded;
import dev.adjc.harness.GeneratedCode;
import dev.adjc.harness.GeneratedText;
import dev.adjc.harness.OperationCount;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Program;
import dev.adjc.source.Source;
import dev.adjc.syntax.Formatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Compiles a random program and tries everything on it that must hold of all. */
final class ProgramTrial implements Batches.Trial {
    /** One program in so many is formatted. */
    private static final int FORMATTED = 3;

    /** One program in so many is generated twice. */
    private static final int REPEATED = 8;

    /** A limit of HotSpot: it never compiles larger methods. */
    private static final int HUGE_METHOD = 8_000;

    private final RandomProgram program;
    private final int number;
    private final String packageName;
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

    /**
     * Compiles a program.
     *
     * @param number which of the checks are made that are made of a share of the programs
     * @param packageName of the generated classes
     */
    ProgramTrial(RandomProgram program, int number, String packageName, Tally tally) {
        this.program = program;
        this.number = number;
        this.packageName = packageName;
        this.function = Compiled.function(program.main().name(), program.toString(), packageName);
        this.lowered = function.lowered();
        this.references = new References(lowered, new Origin(function.span(), function.span()), program.seed());
        this.tally = tally;
    }

    // ---- the text

    @Override
    public void checkText() {
        if (number % FORMATTED == 0) {
            checkFormat();
        }
        if (number % REPEATED == 0) {
            checkRepetition();
        }
        checkCount();
        checkPasses();
    }

    @Override
    public List<GeneratedFile> files() {
        return List.of(function.generate(Mode.FORWARD), function.generate(Mode.REVERSE));
    }

    /** Formatting is stable and changes no step. */
    private void checkFormat() {
        String formatted = Formatter.format(new Source("random.ad", program.toString()));
        String again = Formatter.format(new Source("random.ad", formatted));
        Failure.unless(formatted.equals(again), "formatting twice changes nothing", formatted);
        CompiledFunction same = Compiled.function(program.main().name(), formatted, packageName);
        Failure.unless(
                lowered.toString().equals(same.lowered().toString()),
                "formatting keeps the program",
                formatted + lowered + same.lowered());
    }

    /** Generating again gives the same text. */
    private void checkRepetition() {
        CompiledFunction twin = Compiled.function(program.main().name(), program.toString(), packageName);
        Iterator<GeneratedFile> first = files().iterator();
        for (Mode mode : Mode.values()) {
            String text = twin.generate(mode).text();
            Failure.unless(first.next().text().equals(text), "generating twice gives the same text", text);
        }
    }

    @Override
    public void checkClasses(Classes classes, GeneratedText text) {
        checkSizes(classes);
        checkNumbers(classes);
        checkWriting(text);
    }

    /** Nothing stands in the classes that no careful author would have written. */
    private void checkWriting(GeneratedText text) {
        for (Mode mode : Mode.values()) {
            List<String> faults = text.faults().getOrDefault(function.qualifiedClassName(mode), List.of());
            Failure.unless(faults.isEmpty(), "nothing idle is generated", faults.toString());
        }
    }

    /** Adjoints take no more operations than the rows of the table and the edges say. */
    void checkCount() {
        OperationCount count = new OperationCount(function);
        count.fault().ifPresent(words -> Failure.unless(false, "adjoints take few operations", words));
        tally.elementary.addAndGet(count.isElementary() ? 1 : 0);
    }

    /** HotSpot compiles each method. */
    private void checkSizes(Classes classes) {
        for (Mode mode : Mode.values()) {
            String name = function.qualifiedClassName(mode);
            classes.files(name)
                    .forEach((className, file) -> ClassFile.codeLengths(file)
                            .forEach((method, length) -> Failure.unless(
                                    length <= HUGE_METHOD,
                                    "no method is too large to be compiled",
                                    className + "." + method + " has " + length + " bytes")));
        }
    }

    // ---- numbers

    /** All numbers of both classes, at all points. */
    private void checkNumbers(Classes classes) {
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
    private void checkPasses() {
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
                Failure.unless(same, "passes keep every bit of a value", outputs[i] + ", not " + values[i] + where);
            }
            for (int i = values.length; derived && expected.isFinite() && i < outputs.length; i++) {
                Bounded reference = expected.of(kind)[i - values.length];
                Failure.unless(
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
