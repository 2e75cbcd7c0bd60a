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
    private final int[] made;
    private final Random random = new Random(11);

    private ArrayTrial(Program program, Map<String, Integer> sizes, List<double[]> integers, List<Integer> fixed) {
        this.program = program;
        this.sizes = new LinkedHashMap<>();
        sizes.forEach((name, size) -> this.sizes.put(Symbol.of(name), (long) size));
        int next = 0;
        for (Parameter parameter : program.parameters()) {
            given.add(
                    parameter.kind() == Parameter.Kind.INTEGER
                            ? integers.get(next++)
                            : numbers(parameter.value()));
        }
        List<Integer> all = new ArrayList<>(sizes.values());
        all.addAll(fixed);
        this.made = all.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Tries a program without integers; sizes in order of appearance. */
    static void run(Program program, Map<String, Integer> sizes) {
        run(program, sizes, List.of(), List.of());
    }

    /**
     * Tries a program.
     *
     * @param integers the numbers of each integer parameter
     * @param fixed those that the class is made for
     */
    static void run(Program program, Map<String, Integer> sizes, List<double[]> integers, List<Integer> fixed) {
        for (Mode mode : Mode.values()) {
            new ArrayTrial(program, sizes, integers, fixed).run(mode);
        }
    }

    private double[] numbers(Value value) {
        return random.doubles(count(value.extents()), 0.25, 1.5).toArray();
    }

    private int count(List<Index> extents) {
        return extents.stream()
                .mapToInt(extent -> (int) extent.evaluate(atom -> sizes.getOrDefault(atom, 0L)))
                .reduce(1, (a, b) -> a * b);
    }

    private void run(Mode mode) {
        GeneratedFile file = ArrayProgram.generate(program, mode);
        if (System.getProperty("show") != null) {
            System.out.println(file.text());
        }
        ArrayCode code = new ArrayCode(file, made);
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
        boolean returns = program.outputs().size() == 1
                && program.outputs().get(0).axes().isEmpty();
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
            if (fixed(program.parameters().get(i))) {
                passed.remove(i);
            }
        }
        double[] wanted = expected.stream().flatMapToDouble(Arrays::stream).toArray();
        double[] first = code.call(method, passed, outlets);
        near(wanted, first, method);
        near(wanted, code.call(method, passed, outlets), method + " again");
    }

    private boolean fixed(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.INTEGER
                && parameter.value().rank() == 0
                && made.length > sizes.size();
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
