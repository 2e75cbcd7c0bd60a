package dev.adjc.samples;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.harness.Approved;
import dev.adjc.ir.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A few samples as programs and as classes, to be read: what matters here is how it looks. That all of it compiles and
 * computes what it should is for other tests.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/golden");

    /** Each for something to be seen. */
    private enum Sample {
        /** The first example of all. */
        UMBC("lectures/umbc", "umbc"),
        /** Slopes that are made of results. */
        NEURON("lectures/neuron", "neuron"),
        /** Several outputs. */
        SINE_COSINE("lectures/sine_cosine", "sine_cosine"),
        /** Partials that share results, and products with common factors. */
        SHARED_TERMS("lectures/shared_terms", "shared_terms"),
        /** A branch. */
        CONTROLLER("engineering/controller", "controller"),
        /** Requirements, and calls into another file. */
        ENZYME("engineering/enzyme", "enzyme"),
        /** Special functions that are copied. */
        BLACK_SCHOLES("engineering/black_scholes", "black_scholes");

        private final String file;
        private final String function;

        Sample(String file, String function) {
            this.file = file;
            this.function = function;
        }
    }

    @TestFactory
    List<DynamicTest> sampleLooksAsApproved() {
        return List.of(Sample.values()).stream()
                .map(sample -> DynamicTest.dynamicTest(sample.function, () -> check(sample)))
                .toList();
    }

    private static void check(Sample sample) {
        CompiledFunction function = SampleFile.sample(sample.file).compiled(sample.function);
        Path folder = GOLDEN.resolve(sample.function);
        Approved.check(folder.resolve("ir"), programs(function));
        Approved.check(
                folder.resolve("forward"), function.generate(Mode.FORWARD).text());
        Approved.check(
                folder.resolve("reverse"), function.generate(Mode.REVERSE).text());
    }

    /** The function and its derivatives by either mode, as {@code adjc ir} prints them. */
    private static String programs(CompiledFunction function) {
        return Stream.of(
                        function.primal(),
                        function.program(Mode.FORWARD, Product.Kind.JVP),
                        function.program(Mode.REVERSE, Product.Kind.VJP))
                .map(Program::toString)
                .collect(Collectors.joining("\n"));
    }
}
