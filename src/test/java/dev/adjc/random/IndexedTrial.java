package dev.adjc.random;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.GeneratedFile;
import dev.adjc.compile.Mode;
import dev.adjc.derive.Seeds;
import dev.adjc.emit.ClassPlan;
import dev.adjc.emit.Generator;
import dev.adjc.emit.Product;
import dev.adjc.harness.ArrayCode;
import dev.adjc.harness.ArrayPoint;
import dev.adjc.harness.Classes;
import dev.adjc.harness.ErrorBounds.Bounded;
import dev.adjc.harness.GeneratedText;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.loop.Joining;
import dev.adjc.source.Source;
import dev.adjc.syntax.Formatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/** Compiles a random program of arrays and tries everything on it that must hold of all. */
final class IndexedTrial implements Batches.Trial {
    /** One program in so many is scheduled in the plainest way as well. */
    private static final int SCHEDULED_PLAINLY = 8;

    /** One program in so many is formatted. */
    private static final int FORMATTED = 8;

    private static final String PLAIN = ".plain";

    /** The step at which a kink is looked for. */
    private static final double SHORT = 1e-6;

    private final IndexedProgram program;
    private final int number;
    private final CompiledFunction function;
    private final Program lowered;
    private final String packageName;
    private final IndexedReferences references;
    private final Tally tally;

    /** What constant parameters of the functions that are called stand for, where nothing is moved. */
    private final List<Grid> constants = new ArrayList<>();

    /** What came of the points. */
    static final class Tally {
        final AtomicLong points = new AtomicLong();
        final AtomicLong overflows = new AtomicLong();
        final AtomicLong refused = new AtomicLong();
        final AtomicLong whole = new AtomicLong();
        final AtomicLong slopes = new AtomicLong();
        final AtomicLong kinks = new AtomicLong();
        final AtomicLong plain = new AtomicLong();
    }

    /**
     * Compiles a program.
     *
     * @param number which of the checks are made that are made of a share of the programs
     * @param packageName of the generated classes
     */
    IndexedTrial(IndexedProgram program, int number, String packageName, Tally tally) {
        this.program = program;
        this.number = number;
        this.packageName = packageName;
        this.function = Compiled.function(program.main().name(), program.toString(), packageName);
        this.lowered = function.lowered();
        this.references = new IndexedReferences(lowered, new Origin(function.span(), function.span()), program.seed());
        this.tally = tally;
    }

    private static Product.Kind base(Mode mode) {
        return mode == Mode.FORWARD ? Product.Kind.JVP : Product.Kind.VJP;
    }

    // ---- the text

    @Override
    public void checkText() {
        if (number % FORMATTED == FORMATTED / 2) {
            checkFormat();
        }
        checkPasses(number % 2 == 0 ? Mode.FORWARD : Mode.REVERSE);
    }

    @Override
    public List<GeneratedFile> files() {
        List<GeneratedFile> files =
                new ArrayList<>(List.of(function.generate(Mode.FORWARD), function.generate(Mode.REVERSE)));
        if (number % SCHEDULED_PLAINLY == 0) {
            files.addAll(plainFiles());
        }
        return files;
    }

    /** The classes with one nest a step. */
    private List<GeneratedFile> plainFiles() {
        List<GeneratedFile> files = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            ClassPlan plan = new ClassPlan(
                    packageName + PLAIN,
                    function.className(mode),
                    mode.word() + " mode",
                    function.primal(),
                    Optional.empty(),
                    function.span(),
                    Seeds.tangents(function.primal()),
                    Seeds.adjoints(function.primal()),
                    List.of(
                            new Product.AtOnce(Product.Kind.VALUE, function.program(mode, Product.Kind.VALUE)),
                            new Product.AtOnce(base(mode), function.program(mode, base(mode)))),
                    Joining.NONE);
            String name = packageName + PLAIN + "." + function.className(mode);
            Generator.Generated type = Generator.generate(plan);
            files.add(new GeneratedFile(
                    name.replace('.', '/') + ".java", name, type.text(), type.measures(), type.arrays()));
        }
        return files;
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

    // ---- numbers

    private ArrayPoint point(int number) {
        List<double[]> numbers = new ArrayList<>();
        program.point(number).forEach(grid -> numbers.add(grid.numbers()));
        Map<Symbol, Long> sizes = new HashMap<>();
        program.main().sizes().get(number).forEach((name, size) -> sizes.put(Symbol.of(name), (long) size));
        return new ArrayPoint(lowered, new Arguments(numbers, sizes));
    }

    private static double[] run(Program program, Arguments arguments, Output.Kind kind) {
        Interpreter run = Interpreter.run(program, Interpreter.Rounding.AS_IT_IS, arguments);
        return program.outputs(kind).stream()
                .flatMapToDouble(output -> DoubleStream.of(run.elements(output)))
                .toArray();
    }

    /** What the program gives as it is written; nothing if it refuses. */
    private Optional<double[]> written(List<Grid> arguments, UnaryOperator<Grid> constants) {
        try {
            return Optional.of(new IndexedEvaluator(program.functions(), constants)
                    .call(program.main(), arguments).stream()
                            .flatMapToDouble(grid -> Arrays.stream(grid.numbers()))
                            .toArray());
        } catch (TreeEvaluator.Refused refused) {
            return Optional.empty();
        }
    }

    /** Each pass on the way to the products of a mode keeps what the program gives. */
    private void checkPasses(Mode mode) {
        ArrayPoint point = point(0);
        double[] values;
        try {
            values = run(lowered, point.arguments(), Output.Kind.VALUE);
        } catch (Interpreter.Refused refused) {
            return;
        }
        boolean forward = mode == Mode.FORWARD;
        IndexedReferences.Numbers expected = references.at(point);
        List<double[]> seeds = forward ? expected.tangents() : expected.adjoints();
        Output.Kind kind = forward ? Output.Kind.TANGENT : Output.Kind.ADJOINT;
        int inputs = point.arguments().numbers().size();
        AtomicBoolean derived = new AtomicBoolean();
        function.watch(mode, base(mode), (pass, stage) -> {
            derived.compareAndSet(false, pass.equals("derive"));
            Arguments arguments = stage.parameters().size() == inputs
                    ? point.arguments()
                    : point.arguments().with(seeds);
            String where = " (" + mode.word() + " mode, after " + pass + ")";
            same(run(stage, arguments, Output.Kind.VALUE), values, "passes keep every bit of a value", where);
            if (derived.get() && expected.isFinite()) {
                Bounded[] wanted = forward ? expected.jvp() : expected.vjp();
                near(run(stage, arguments, kind), wanted, "passes keep derivatives", where);
            }
        });
    }

    private static void same(double[] found, double[] expected, String property, String where) {
        for (int i = 0; i < expected.length; i++) {
            Failure.unless(
                    PointTrial.sameBits(found[i], expected[i]),
                    property,
                    "number " + i + ": " + found[i] + ", not " + expected[i] + where);
        }
    }

    private static void near(double[] found, Bounded[] expected, String property, String where) {
        for (int i = 0; i < expected.length; i++) {
            Failure.unless(
                    PointTrial.agree(found[i], expected[i].number(), expected[i].bound()),
                    property,
                    "number " + i + ": " + found[i] + ", not " + expected[i] + where);
        }
    }

    /** All numbers of all classes, at all points. */
    @Override
    public void checkClasses(Classes classes, GeneratedText text) {
        for (int i = 0; i < IndexedDraft.POINTS; i++) {
            String where = ", at point " + i + ", " + program.main().sizes().get(i);
            try {
                checkNumbers(classes, i);
            } catch (Failure failure) {
                throw failure.at(where);
            }
        }
    }

    private void checkNumbers(Classes classes, int number) {
        ArrayPoint point = point(number);
        Optional<double[]> written = written(program.point(number), UnaryOperator.identity());
        tally.points.incrementAndGet();
        double[] values;
        try {
            values = run(lowered, point.arguments(), Output.Kind.VALUE);
        } catch (Interpreter.Refused refusal) {
            Failure.unless(written.isEmpty(), "lowering keeps requirements", String.valueOf(refusal.getMessage()));
            for (Mode mode : Mode.values()) {
                refused(code(classes, packageName, mode, point), String.valueOf(refusal.getMessage()));
            }
            tally.refused.incrementAndGet();
            return;
        }
        Failure.unless(written.isPresent(), "lowering keeps requirements", "refused as written");
        lowered(values, written.get());
        IndexedReferences.Numbers expected = references.at(point);
        if (!expected.isFinite()) {
            tally.overflows.incrementAndGet();
        }
        tally.whole.addAndGet(expected.isWhole() ? 1 : 0);
        if (expected.isFinite() && number < IndexedDraft.POINTS - 1) {
            slopes(number, expected);
        }
        for (Mode mode : Mode.values()) {
            numbers(code(classes, packageName, mode, point), mode, point, values, expected);
        }
        if (classes.has(packageName + PLAIN + "." + function.className(Mode.REVERSE))) {
            plain(classes, point, expected);
        }
    }

    private ArrayCode code(Classes classes, String ofPackage, Mode mode, ArrayPoint point) {
        return new ArrayCode(classes.load(ofPackage + "." + function.className(mode)), point);
    }

    private static void refused(ArrayCode code, String message) {
        try {
            code.value();
        } catch (IllegalArgumentException e) {
            Failure.unless(
                    message.equals(e.getMessage()),
                    "classes refuse in the interpreter's words",
                    e + ", not " + message);
            return;
        }
        Failure.unless(false, "classes refuse what the interpreter refuses", message);
    }

    /** Logarithms of sums are computed in a way of their own. */
    private void lowered(double[] values, double[] written) {
        boolean exact = !program.toString().contains("logsumexp");
        for (int i = 0; i < values.length; i++) {
            double allowed = exact ? 0 : 1e-9 * (1 + Math.abs(written[i]));
            Failure.unless(
                    PointTrial.sameBits(values[i], written[i]) || Math.abs(values[i] - written[i]) <= allowed,
                    "lowering keeps values",
                    "number " + i + ": " + values[i] + ", not " + written[i]);
        }
    }

    private void numbers(
            ArrayCode code, Mode mode, ArrayPoint point, double[] values, IndexedReferences.Numbers expected) {
        String word = " in " + mode.word() + " mode";
        same(code.value(), values, "classes give the interpreter's values", word);
        String property = "derivatives agree with the interpreter's";
        if (!expected.isFinite()) {
            return;
        }
        boolean forward = mode == Mode.FORWARD;
        if (forward || expected.isWhole()) {
            near(code.jvp(expected.tangents()), expected.jvp(), property, ", jvp" + word);
        }
        if (!forward || expected.isWhole()) {
            near(code.vjp(expected.adjoints()), expected.vjp(), property, ", vjp" + word);
        }
        if (lowered.outputs().size() == 1 && lowered.outputs().get(0).axes().isEmpty()) {
            near(code.gradient(), references.gradient(point), property, ", gradient" + word);
        }
    }

    /** Whatever shares nests: values and tangents to the bit, adjoints but for the order of sums. */
    private void plain(Classes classes, ArrayPoint point, IndexedReferences.Numbers expected) {
        tally.plain.incrementAndGet();
        for (Mode mode : Mode.values()) {
            ArrayCode joined = code(classes, packageName, mode, point);
            ArrayCode plain = code(classes, packageName + PLAIN, mode, point);
            String property = "any schedule gives the numbers of the plainest one";
            same(joined.value(), plain.value(), property, ", " + mode);
            if (mode == Mode.FORWARD) {
                same(joined.jvp(expected.tangents()), plain.jvp(expected.tangents()), property, ", tangents");
            } else if (expected.isFinite()) {
                near(plain.vjp(expected.adjoints()), expected.vjp(), property, ", adjoints");
            }
        }
    }

    // ---- differences

    /** The slope along the tangents, by differences of the program as it is written. */
    private void slopes(int number, IndexedReferences.Numbers expected) {
        constants.clear();
        written(program.point(number), constant -> {
            constants.add(constant);
            return constant;
        });
        boolean[] found = new boolean[expected.jvp().length];
        double step = 1e-3;
        for (int tried = 0; tried < 7 && found.length > 0; tried++) {
            Optional<double[]> near = difference(number, expected.tangents(), step);
            Optional<double[]> far = difference(number, expected.tangents(), 2 * step);
            for (int i = 0; i < found.length && near.isPresent() && far.isPresent(); i++) {
                double slope = (8 * near.get()[i] - far.get()[i]) / (12 * step);
                double wanted = expected.jvp()[i].number();
                double allowed = 1e-7 * (1 + Math.abs(wanted)) + 1e-12 / step;
                found[i] |= Math.abs(slope - wanted) <= allowed;
            }
            if (all(found)) {
                break;
            }
            step /= 8;
        }
        tally.slopes.addAndGet(found.length);
        for (int i = 0; i < found.length; i++) {
            if (!found[i]) {
                tally.kinks.incrementAndGet();
                kink(number, expected, i);
            }
        }
    }

    private static boolean all(boolean... found) {
        for (boolean each : found) {
            if (!each) {
                return false;
            }
        }
        return true;
    }

    /** Where differences do not tend to the derivative, the function has a kink. */
    private void kink(int number, IndexedReferences.Numbers expected, int output) {
        Optional<double[]> below = value(number, expected.tangents(), -SHORT);
        Optional<double[]> at = value(number, expected.tangents(), 0);
        Optional<double[]> above = value(number, expected.tangents(), SHORT);
        if (below.isPresent() && at.isPresent() && above.isPresent()) {
            double left = (at.get()[output] - below.get()[output]) / SHORT;
            double right = (above.get()[output] - at.get()[output]) / SHORT;
            double wanted = expected.jvp()[output].number();
            Failure.unless(
                    Math.abs(left - right) > 1e-3 * (1 + Math.abs(left)),
                    "derivatives are what differences tend to",
                    "number " + output + ": " + wanted + ", but " + left + " and " + right);
        }
    }

    private Optional<double[]> difference(int number, List<double[]> tangents, double step) {
        Optional<double[]> above = value(number, tangents, step);
        Optional<double[]> below = value(number, tangents, -step);
        if (above.isEmpty() || below.isEmpty()) {
            return Optional.empty();
        }
        double[] difference = above.get();
        Arrays.setAll(difference, i -> difference[i] - below.get()[i]);
        return Optional.of(difference);
    }

    private Optional<double[]> value(int number, List<double[]> tangents, double step) {
        List<Grid> moved = new ArrayList<>();
        int active = 0;
        for (IndexedProgram.Parameter parameter : program.main().parameters()) {
            Grid grid = parameter.points().get(number);
            if (parameter.kind() == RandomProgram.Kind.REAL) {
                double[] along = tangents.get(active++);
                double[] numbers = grid.numbers().clone();
                Arrays.setAll(numbers, i -> numbers[i] + step * along[i]);
                grid = new Grid(grid.extents(), numbers);
            }
            moved.add(grid);
        }
        Iterator<Grid> same = constants.iterator();
        return written(moved, constant -> {
            if (!same.hasNext()) {
                throw new TreeEvaluator.Refused();
            }
            return same.next();
        });
    }
}
