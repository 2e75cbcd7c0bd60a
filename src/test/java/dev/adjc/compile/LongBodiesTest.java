package dev.adjc.compile;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Sources;
import dev.adjc.emit.Product;
import dev.adjc.harness.ArrayCode;
import dev.adjc.harness.ArrayPoint;
import dev.adjc.harness.ClassFile;
import dev.adjc.harness.Classes;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops whose bodies are longer than the methods that HotSpot compiles. */
class LongBodiesTest {
    /** HotSpot's {@code HugeMethodLimit}. */
    private static final int HUGE_METHOD = 8_000;

    private static final Map<Symbol, Long> SIZES = Map.of(Symbol.of("n"), 3L, Symbol.of("m"), 2L);

    /** One nest of many statements, conditions among them, that ends in a sum. */
    private static String nest(int statements) {
        StringBuilder program = new StringBuilder("function f(x[n, m], b) -> y[n] { z0[i, j] = x[i, j] * b;\n");
        for (int k = 1; k < statements; k++) {
            program.append(("z%d[i, j] = if z%d[i, j] > b then sin(z%d[i, j]) * b + %d "
                            + "else z%d[i, j] / (2 + z%d[i, j]^2);\n")
                    .formatted(k, k - 1, k - 1, k, k - 1, Math.max(0, k - 7)));
        }
        return program + "y[i] = sum[j](z%d[i, j] * z%d[i, j]); }".formatted(statements - 1, statements / 2);
    }

    /** Rounds of many statements, each with a sum of its own, that hand a number and an array on. */
    private static String rounds(int statements) {
        StringBuilder program = new StringBuilder("function f(x[n], a[n], b) -> s { h[i] = x[i]; c = b;\n");
        program.append("for t in 0..<3 { p0[i] = sin(h[i]) * b + a[i] * c;\n");
        for (int k = 1; k < statements; k++) {
            program.append("p%d[i] = cos(p%d[i]) * a[mod(i + %d, n)] + sum[j in 0..i](p%d[j]) / (1 + %d);\n"
                    .formatted(k, k - 1, k, k - 1, k));
        }
        return program + "h[i] = p%d[i]; c = c + sum[i](h[i]^2); } s = c; }".formatted(statements - 1);
    }

    /** Numbers and loops in turn, with nothing around them. */
    private static String turns(int statements) {
        StringBuilder program = new StringBuilder("function f(x[n], b) -> y { s0 = b;\n");
        for (int k = 1; k < statements; k++) {
            program.append("z%d[i] = sin(x[i] * s%d) * exp(b / %d); s%d = sum[i](z%d[i] * z%d[i]) + s%d / %d;\n"
                    .formatted(k, k - 1, k, k, k, k, k - 1, k));
        }
        return program + "y = s%d; }".formatted(statements - 1);
    }

    private static Stream<String> programs() {
        return Stream.of(nest(70), rounds(50), turns(70));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void methodsAreShortEnoughToBeCompiledAndGiveTheSameBits(String program) {
        Compilation compilation = Compiler.compile(
                Decoded.of("test.ad", program.getBytes(StandardCharsets.UTF_8)), Sources.none(), Options.DEFAULT);
        assertFalse(compilation.hasErrors(), () -> compilation.diagnostics().toString());
        CompiledFunction function = compilation.uncalled().get(0);
        GeneratedFile file = function.generate(Mode.REVERSE);
        assertTrue(file.text().contains("Part2("), file.text());
        Classes classes = Classes.compile(List.of(file));
        byte[] bytes = requireNonNull(classes.files(file.className()).get(file.className()));
        ClassFile.codeLengths(bytes).forEach((method, length) -> assertTrue(length <= HUGE_METHOD, method));

        ArrayPoint point = ArrayPoint.drawn(function.primal(), SIZES, Map.of(), new Random(7));
        ArrayCode code = new ArrayCode(classes.load(file.className()), point);
        assertArrayEquals(run(function.lowered(), point.arguments(), Output.Kind.VALUE), code.value());
        List<double[]> adjoints = point.outputs().stream()
                .map(length -> new Random(8).doubles(length).toArray())
                .toList();
        Program vjp = function.program(Mode.REVERSE, Product.Kind.VJP);
        NotationTrial.near(
                run(vjp, point.arguments().with(adjoints), Output.Kind.ADJOINT), code.vjp(adjoints), program);
    }

    private static double[] run(Program program, Arguments arguments, Output.Kind kind) {
        Interpreter run = Interpreter.run(program, Interpreter.Rounding.AS_IT_IS, arguments);
        return program.outputs(kind).stream()
                .flatMapToDouble(output -> DoubleStream.of(run.elements(output)))
                .toArray();
    }
}
