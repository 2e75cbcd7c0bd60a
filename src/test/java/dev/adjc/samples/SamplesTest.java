package dev.adjc.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.harness.ArrayCode;
import dev.adjc.harness.ArrayPoint;
import dev.adjc.harness.Generated;
import dev.adjc.harness.GeneratedCode;
import dev.adjc.harness.KeptParts;
import dev.adjc.harness.OperationCount;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.loop.Scheduler;
import dev.adjc.samples.Expected.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both classes and the interpreter give every sample's figures, and those of the library's functions. */
class SamplesTest {
    private static List<SampleFile> files = List.of();

    @BeforeAll
    static void compile() {
        files = SampleFile.all();
    }

    /** What computes a function's numbers: row after row of the Jacobian behind the values. */
    interface Computer {
        double[] numbers(Generated function, ArrayPoint point);
    }

    @Test
    void forwardClassesGiveTheReferences() {
        holdToReferences((function, point) -> numbers(function, Mode.FORWARD, point));
    }

    @Test
    void reverseClassesGiveTheReferences() {
        holdToReferences((function, point) -> numbers(function, Mode.REVERSE, point));
    }

    @Test
    void interpreterGivesTheReferences() {
        holdToReferences(SamplesTest::interpreted);
    }

    @Test
    void largeCasesAreRightInReverse() {
        holdLarge(Mode.REVERSE, LargeCase::byGradient);
    }

    @Test
    void largeCasesAreRightForward() {
        holdLarge(Mode.FORWARD, LargeCase::byTangents);
    }

    private static void holdLarge(Mode mode, BiFunction<LargeCase, ArrayCode, List<LargeCase.Found>> numbers) {
        List<String> faults = new ArrayList<>();
        int found = 0;
        for (SampleFile file : files) {
            for (JsonObject entry : file.large()) {
                Generated function = file.function(entry.get("function").getAsString());
                LargeCase large = LargeCase.of(entry, function.function().primal());
                for (LargeCase.Found each :
                        numbers.apply(large, function.code(mode).at(large.point()))) {
                    found++;
                    if (!Accuracy.isRight(each.number(), each.reference())) {
                        faults.add(file.name() + ": " + each);
                    }
                }
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
        assertTrue(found > 0);
    }

    @Test
    void everySampleHasACase() {
        for (SampleFile file : files) {
            assertTrue(!file.cases().isEmpty(), file.name());
        }
    }

    @Test
    void figuresAreThoseOfTheirSources() {
        int[] figures = {0};
        check((function, point) -> numbers(function, Mode.REVERSE, point), (number, reference) -> {
            figures[0] += reference.figure().isPresent() ? 1 : 0;
            return reference.figure().isEmpty() || Accuracy.isAsPrinted(number, reference);
        });
        assertTrue(figures[0] >= 10, () -> "only " + figures[0] + " figures are printed anywhere");
    }

    @Test
    void adjointsTakeWhatTheirRowsAndEdgesTake() {
        List<String> faults = files.stream()
                .flatMap(file -> file.functions().stream())
                .filter(generated -> !Scheduler.hasArrays(generated.function().primal()))
                .flatMap(generated -> new OperationCount(generated.function()).fault().stream())
                .toList();
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    /** Those of the derivative in reverse may be: its sweep back reads what was kept for it. */
    @Test
    void noPartOfAStatementIsAnArray() {
        List<String> faults = new ArrayList<>();
        for (SampleFile file : files) {
            for (Generated generated : file.functions()) {
                CompiledFunction function = generated.function();
                Origin origin = new Origin(function.span(), function.span());
                for (Product.Kind kind : List.of(Product.Kind.VALUE, Product.Kind.JVP)) {
                    KeptParts.of(function.program(Mode.FORWARD, kind), origin)
                            .forEach(part -> faults.add(file.name() + ", " + function.name() + ": " + part));
                }
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    private static void holdToReferences(Computer computer) {
        check(computer, Accuracy::isRight);
    }

    private static void check(Computer computer, BiPredicate<Double, Reference> right) {
        List<String> faults = new ArrayList<>();
        for (SampleFile file : files) {
            for (JsonObject entry : file.cases()) {
                Generated function = file.function(entry.get("function").getAsString());
                Program program = function.function().primal();
                Expected expected = Expected.of(entry, program);
                double[] numbers = computer.numbers(function, expected.point());
                List<Reference> references = references(expected);
                for (int i = 0; i < numbers.length; i++) {
                    if (!right.test(numbers[i], references.get(i))) {
                        faults.add(file.name() + ", " + expected.function() + " " + entry.get("point") + ": "
                                + references.get(i) + ", found " + numbers[i]);
                    }
                }
            }
        }
        assertTrue(faults.isEmpty(), () -> String.join("\n", faults));
    }

    /** All references of a case, the values first. */
    static List<Reference> references(Expected expected) {
        List<Reference> references = new ArrayList<>(expected.values());
        expected.derivatives().forEach(references::addAll);
        return references;
    }

    /** The values, then the Jacobian. */
    static double[] numbers(Generated function, Mode mode, ArrayPoint point) {
        if (Scheduler.hasArrays(point.function())) {
            ArrayCode code = function.code(mode).at(point);
            return concat(code.value(), isNumber(point) ? code.gradient() : flat(point.outputs(), code::vjp));
        }
        GeneratedCode code = function.code(mode);
        double[] numbers = point.arguments().numbers().stream()
                .mapToDouble(number -> number[0])
                .toArray();
        return concat(
                code.value(numbers).values(),
                isNumber(point)
                        ? code.gradient(numbers).derivatives()
                        : flat(
                                point.outputs(),
                                seeds -> code.vjp(
                                                numbers,
                                                seeds.stream()
                                                        .mapToDouble(seed -> seed[0])
                                                        .toArray())
                                        .derivatives()));
    }

    private static boolean isNumber(ArrayPoint point) {
        return point.outputs().size() == 1
                && point.function().outputs().get(0).axes().isEmpty();
    }

    /** All rows, one after another. */
    private static double[] flat(List<Integer> lengths, Function<List<double[]>, double[]> product) {
        return Arrays.stream(ArrayPoint.rows(lengths, product))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /** The same by the interpreter. */
    private static double[] interpreted(Generated function, ArrayPoint point) {
        Program derivative = function.function().program(Mode.REVERSE, Product.Kind.VJP);
        return concat(
                run(point.function(), point.arguments(), Output.Kind.VALUE),
                flat(point.outputs(), seeds -> run(derivative, point.arguments().with(seeds), Output.Kind.ADJOINT)));
    }

    private static double[] run(Program program, Arguments arguments, Output.Kind kind) {
        Interpreter run = Interpreter.run(program, Interpreter.Rounding.AS_IT_IS, arguments);
        return program.outputs(kind).stream()
                .flatMapToDouble(output -> Arrays.stream(run.elements(output)))
                .toArray();
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
