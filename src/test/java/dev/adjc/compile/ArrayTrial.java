package dev.adjc.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.adjc.derive.ForwardMode;
import dev.adjc.derive.ReverseMode;
import dev.adjc.derive.ZeroRule;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Index;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Holds all methods of both generated classes beside the interpreter, on the program as it was written. */
final class ArrayTrial {
    /** The order of sums in derivatives is free: a few hundred roundings. */
    private static final double TOLERANCE = 1e-12;

    private final Program program;
    private final Map<Symbol, Long> sizes;
    private final List<double[]> given = new ArrayList<>();
    private final Random random = new Random(11);

    /** A trial at a point; the class is told sizes, in order of appearance, and integers that fix a length. */
    ArrayTrial(Program program, Map<String, Integer> sizes, Map<String, double[]> inputs) {
        this.program = program;
        this.sizes = new LinkedHashMap<>();
        sizes.forEach((name, size) -> this.sizes.put(Symbol.of(name), (long) size));
        for (Parameter parameter : program.parameters()) {
            double[] numbers = inputs.get(parameter.name());
            given.add(numbers == null ? numbers(parameter.value()) : numbers);
        }
    }

    /** Tries a program, at a point of which some inputs are told. */
    static void run(Program program, Map<String, Integer> sizes, Map<String, double[]> inputs) {
        for (Mode mode : Mode.values()) {
            GeneratedFile file = ArrayProgram.generate(program, mode);
            new ArrayTrial(program, sizes, inputs).run(file);
        }
    }

    private double[] numbers(Value value) {
        return random.doubles(count(value.extents()), 0.25, 1.5).toArray();
    }

    private int count(List<Index> extents) {
        return extents.stream()
                .mapToInt(extent -> (int) extent.evaluate(atom -> number(
                        atom instanceof Index.Entry entry
                                ? entry.access().value().name()
                                : "" + atom)))
                .reduce(1, (a, b) -> a * b);
    }

    void run(GeneratedFile file) {
        ArrayCode code = new ArrayCode(file, this::number);
        check(code, "value", program, List.of(), Output.Kind.VALUE);
        Program jvp = ForwardMode.jvp(program, ZeroRule.ABSORBING);
        check(code, "jvp", jvp, seeds(jvp, Parameter.Kind.TANGENT), Output.Kind.TANGENT);
        Program vjp = ReverseMode.vjp(program, ArrayProgram.origin(), ZeroRule.ABSORBING);
        check(code, "vjp", vjp, seeds(vjp, Parameter.Kind.ADJOINT), Output.Kind.ADJOINT);
        if (program.outputs().size() == 1 && program.outputs().get(0).axes().isEmpty()) {
            Program gradient = ReverseMode.gradient(program, ArrayProgram.origin(), ZeroRule.ABSORBING);
            check(code, "gradient", gradient, List.of(), Output.Kind.ADJOINT);
        }
    }

    private List<double[]> seeds(Program derived, Parameter.Kind kind) {
        List<double[]> seeds = new ArrayList<>();
        for (Parameter parameter : derived.parameters()) {
            if (parameter.kind() == kind) {
                seeds.add(numbers(parameter.value()));
            }
        }
        return seeds;
    }

    private void check(ArrayCode code, String method, Program derived, List<double[]> seeds, Output.Kind kind) {
        List<double[]> arguments = new ArrayList<>(given);
        arguments.addAll(seeds);
        Interpreter interpreter =
                Interpreter.run(derived, Interpreter.Rounding.AS_IT_IS, new Arguments(arguments, sizes));
        List<double[]> expected = new ArrayList<>();
        derived.outputs().forEach(output -> expected.add(interpreter.elements(output)));
        boolean returns =
                program.outputs().size() == 1 && program.outputs().get(0).axes().isEmpty();
        List<Integer> outlets = new ArrayList<>();
        for (Output output : derived.outputs()) {
            if (output.kind() == kind || output.kind() == Output.Kind.VALUE) {
                outlets.add(count(output.axes().stream().map(axis -> axis.to()).toList()));
            }
        }
        if (returns) {
            outlets.remove(0);
        }
        List<double[]> passed = new ArrayList<>(arguments);
        for (int i = program.parameters().size() - 1; i >= 0; i--) {
            if (code.isMadeFor(program.parameters().get(i).name())) {
                passed.remove(i);
            }
        }
        double[] wanted = expected.stream().flatMapToDouble(Arrays::stream).toArray();
        double[] first = code.call(method, passed, outlets);
        near(wanted, first, method);
        near(wanted, code.call(method, passed, outlets), method + " again");
    }

    /** A size, or an integer that the class is made for. */
    private int number(String name) {
        Long size = sizes.get(Symbol.of(name));
        if (size != null) {
            return size.intValue();
        }
        for (int i = 0; i < given.size(); i++) {
            if (program.parameters().get(i).name().equals(name)) {
                return (int) given.get(i)[0];
            }
        }
        throw new AssertionError("`" + name + "` is neither a size nor a parameter");
    }

    private static void near(double[] expected, double[] found, String what) {
        double[] scaled = new double[expected.length];
        for (int i = 0; i < expected.length; i++) {
            double size = Math.max(1, Math.abs(expected[i]));
            boolean close = i < found.length
                    && (Double.compare(expected[i], found[i]) == 0
                            || Math.abs(expected[i] - found[i]) <= TOLERANCE * size);
            scaled[i] = close ? expected[i] : i < found.length ? found[i] : Double.NaN;
        }
        assertArrayEquals(expected, found.length == expected.length ? scaled : found, what);
    }
}
