package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adjc.check.Sources;
import dev.adjc.emit.Product;
import dev.adjc.harness.ArrayCode;
import dev.adjc.harness.ArrayPoint;
import dev.adjc.harness.Generated;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.syntax.Decoded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * Holds a program in source form to what is true of all: the passes keep the bits of its values, and the interpreter, both
 * classes and differences give the same derivatives.
 */
final class NotationTrial {
    /** Derivatives add up their terms in orders of their own: some hundred roundings of numbers of size 1. */
    private static final double ROUNDING = 1e-12;

    /** What differences are off: the fourth power of the step times a fifth derivative, and roundings over the step. */
    private static final double DIFFERENCE = 2e-7;

    private static final double STEP = 1e-3;

    private final CompiledFunction function;
    private final Generated generated;
    private final Map<String, double[]> given = new HashMap<>();
    private final Map<Symbol, Long> sizes = new LinkedHashMap<>();

    private NotationTrial(CompiledFunction function) {
        this.function = function;
        this.generated = Generated.all(List.of(function)).get(0);
    }

    /** The first function of the program that no other one calls. */
    static NotationTrial of(String program) {
        Decoded file = Decoded.of("test.ad", program.getBytes(StandardCharsets.UTF_8));
        Compilation compilation = Compiler.compile(file, Sources.none(), Options.DEFAULT);
        assertTrue(!compilation.hasErrors(), () -> compilation.diagnostics().toString());
        return new NotationTrial(compilation.uncalled().get(0));
    }

    /** The same with a number for a size. */
    NotationTrial size(String name, int number) {
        sizes.put(Symbol.of(name), (long) number);
        return this;
    }

    /** The same with numbers for a parameter; the others are drawn. */
    NotationTrial with(String parameter, double... numbers) {
        given.put(parameter, numbers);
        return this;
    }

    /** What is found at a point. */
    record Numbers(double[] values, double[][] jacobian) {}

    /** Holds everything to the interpreter, and its derivatives to differences. */
    Numbers agree() {
        return agree(DIFFERENCE);
    }

    /** The same where differences mean nothing, at kinks and where something is not finite. */
    Numbers agreeAtEdge() {
        return agree(Double.POSITIVE_INFINITY);
    }

    private Numbers agree(double difference) {
        ArrayPoint point = point();
        Arguments arguments = point.arguments();
        double[] values = run(function.lowered(), arguments, Output.Kind.VALUE);
        for (Mode mode : Mode.values()) {
            Product.Kind base = mode == Mode.FORWARD ? Product.Kind.JVP : Product.Kind.VJP;
            List<double[]> seeds = zeros(mode == Mode.FORWARD ? point.active() : point.outputs());
            function.watch(mode, base, (stage, program) -> {
                boolean derived = program.parameters().size()
                        > point.function().parameters().size();
                Arguments all = derived ? arguments.with(seeds) : arguments;
                assertArrayEquals(
                        values, run(program, all, Output.Kind.VALUE), () -> "after " + stage + ":\n" + program);
            });
        }
        double[][] jacobian = reverse(point);
        near(jacobian, forward(point), "forward beside reverse, interpreted");
        for (Mode mode : Mode.values()) {
            String text = mode + ":\n" + generated.texts().get(mode);
            ArrayCode code = generated.code(mode).at(point);
            assertArrayEquals(values, code.value(), "value of " + text);
            near(jacobian, ArrayPoint.rows(point.outputs(), code::vjp), "vjp of " + text);
            double[][] columns = ArrayPoint.rows(point.active(), code::jvp);
            near(jacobian, ArrayPoint.transposed(columns, values.length), "jvp of " + text);
            if (values.length == 1 && point.function().outputs().get(0).axes().isEmpty()) {
                near(jacobian, new double[][] {code.gradient()}, "gradient of " + text);
            }
        }
        if (Double.isFinite(difference)) {
            double[][] differences = differences(point);
            for (int i = 0; i < values.length; i++) {
                for (int k = 0; k < differences[i].length; k++) {
                    double allowed = difference * (1 + Math.abs(differences[i][k]));
                    String place = "difference of " + i + " by " + k + "\n";
                    assertEquals(
                            differences[i][k],
                            jacobian[i][k],
                            allowed,
                            () -> place + function.program(Mode.REVERSE, Product.Kind.VJP));
                }
            }
        }
        return new Numbers(values, jacobian);
    }

    private ArrayPoint point() {
        return ArrayPoint.drawn(function.primal(), sizes, given, new Random(7));
    }

    private double[][] reverse(ArrayPoint point) {
        Program vjp = function.program(Mode.REVERSE, Product.Kind.VJP);
        return ArrayPoint.rows(
                point.outputs(), seeds -> run(vjp, point.arguments().with(seeds), Output.Kind.ADJOINT));
    }

    private double[][] forward(ArrayPoint point) {
        Program jvp = function.program(Mode.FORWARD, Product.Kind.JVP);
        double[][] columns = ArrayPoint.rows(
                point.active(), seeds -> run(jvp, point.arguments().with(seeds), Output.Kind.TANGENT));
        return ArrayPoint.transposed(
                columns, point.outputs().stream().mapToInt(Integer::intValue).sum());
    }

    private double[][] differences(ArrayPoint point) {
        List<double[]> columns = new ArrayList<>();
        List<Parameter> parameters = point.function().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            for (int k = 0;
                    parameters.get(i).isActive()
                            && k < point.arguments().numbers().get(i).length;
                    k++) {
                double[] near = difference(point.arguments(), i, k, STEP);
                double[] far = difference(point.arguments(), i, k, 2 * STEP);
                double[] column = new double[near.length];
                Arrays.setAll(column, row -> (8 * near[row] - far[row]) / (12 * STEP));
                columns.add(column);
            }
        }
        return ArrayPoint.transposed(
                columns.toArray(double[][]::new),
                point.outputs().stream().mapToInt(Integer::intValue).sum());
    }

    private double[] difference(Arguments arguments, int parameter, int element, double step) {
        double[] up = run(function.lowered(), moved(arguments, parameter, element, step), Output.Kind.VALUE);
        double[] down = run(function.lowered(), moved(arguments, parameter, element, -step), Output.Kind.VALUE);
        Arrays.setAll(up, row -> up[row] - down[row]);
        return up;
    }

    private static Arguments moved(Arguments arguments, int parameter, int element, double by) {
        List<double[]> numbers = new ArrayList<>(arguments.numbers());
        double[] moved = numbers.get(parameter).clone();
        moved[element] += by;
        numbers.set(parameter, moved);
        return new Arguments(numbers, arguments.sizes());
    }

    private static List<double[]> zeros(List<Integer> lengths) {
        return lengths.stream().map(double[]::new).toList();
    }

    private static double[] run(Program program, Arguments arguments, Output.Kind kind) {
        Interpreter run = Interpreter.run(program, Interpreter.Rounding.AS_IT_IS, arguments);
        return program.outputs(kind).stream()
                .flatMapToDouble(output -> DoubleStream.of(run.elements(output)))
                .toArray();
    }

    private static void near(double[][] expected, double[][] found, String what) {
        for (int i = 0; i < expected.length; i++) {
            near(expected[i], found[i], "row " + i + ", " + what);
        }
    }

    /** The same numbers, up to roundings. */
    static void near(double[] expected, double[] found, String what) {
        double[] numbers = found.clone();
        for (int k = 0; k < Math.min(numbers.length, expected.length); k++) {
            boolean close = Math.abs(expected[k] - numbers[k]) <= ROUNDING * (1 + Math.abs(expected[k]));
            numbers[k] = close ? expected[k] : numbers[k];
        }
        assertArrayEquals(expected, numbers, what);
    }
}
