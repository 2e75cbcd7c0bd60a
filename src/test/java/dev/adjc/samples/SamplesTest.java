package dev.adjc.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.harness.Generated;
import dev.adjc.harness.GeneratedCode;
import dev.adjc.harness.OperationCount;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Program;
import dev.adjc.samples.Expected.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
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
        double[] numbers(Generated function, double[] point);
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
                .flatMap(generated -> new OperationCount(generated.function()).fault().stream())
                .toList();
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
                Program program = function.function().lowered();
                Expected expected = Expected.of(entry, program);
                double[] point = expected.inputs(program);
                double[] numbers = computer.numbers(function, point);
                List<Reference> references = references(expected);
                for (int i = 0; i < numbers.length; i++) {
                    if (!right.test(numbers[i], references.get(i))) {
                        faults.add(file.name() + ", " + expected.function() + Arrays.toString(point) + ": "
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
    static double[] numbers(Generated function, Mode mode, double[] point) {
        GeneratedCode code = function.code(mode);
        Program program = function.function().lowered();
        int rows = program.outputs().size();
        double[] numbers = code.value(point).values();
        for (int i = 0; i < rows; i++) {
            double[] unit = new double[rows];
            unit[i] = 1;
            double[] row = rows == 1
                    ? code.gradient(point).derivatives()
                    : code.vjp(point, unit).derivatives();
            numbers = concat(numbers, row);
        }
        return numbers;
    }

    /** The same by the interpreter. */
    private static double[] interpreted(Generated function, double[] point) {
        Program program = function.function().lowered();
        Program derivative = function.function().program(Mode.REVERSE, Product.Kind.VJP);
        int rows = program.outputs().size();
        double[] numbers = Interpreter.run(program, point).outputs(program);
        for (int i = 0; i < rows; i++) {
            double[] unit = new double[rows];
            unit[i] = 1;
            double[] all = Interpreter.run(derivative, concat(point, unit)).outputs(derivative);
            numbers = concat(numbers, Arrays.copyOfRange(all, rows, all.length));
        }
        return numbers;
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
