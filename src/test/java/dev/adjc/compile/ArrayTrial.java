package dev.adjc.compile;

import dev.adjc.derive.ForwardMode;
import dev.adjc.derive.ReverseMode;
import dev.adjc.derive.ZeroRule;
import dev.adjc.harness.ArrayCode;
import dev.adjc.harness.ArrayPoint;
import dev.adjc.harness.Classes;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Holds all methods of both generated classes beside the interpreter, on the program as it was written. */
final class ArrayTrial {
    private final Random random = new Random(11);
    private final Program program;
    private final ArrayPoint point;

    private ArrayTrial(Program program, Map<String, Integer> sizes, Map<String, double[]> inputs) {
        Map<Symbol, Long> known = new HashMap<>();
        sizes.forEach((name, size) -> known.put(Symbol.of(name), (long) size));
        this.program = program;
        this.point = ArrayPoint.drawn(program, known, inputs, random);
    }

    /** Tries a program, at a point of which some inputs are told. */
    static void run(Program program, Map<String, Integer> sizes, Map<String, double[]> inputs) {
        for (Mode mode : Mode.values()) {
            GeneratedFile file = ArrayProgram.generate(program, mode);
            Class<?> type = Classes.compile(List.of(file)).load(file.className());
            ArrayTrial trial = new ArrayTrial(program, sizes, inputs);
            trial.check(new ArrayCode(type, trial.point));
        }
    }

    private void check(ArrayCode code) {
        check(code, "value", program, List.of(), List.of());
        Program jvp = ForwardMode.jvp(program, ZeroRule.ABSORBING);
        check(code, "jvp", jvp, seeds(point.active()), point.outputs());
        Program vjp = ReverseMode.vjp(program, ArrayProgram.origin(), ZeroRule.ABSORBING);
        check(code, "vjp", vjp, seeds(point.outputs()), point.active());
        if (program.outputs().size() == 1 && program.outputs().get(0).axes().isEmpty()) {
            Program gradient = ReverseMode.gradient(program, ArrayProgram.origin(), ZeroRule.ABSORBING);
            check(code, "gradient", gradient, List.of(), point.active());
        }
    }

    private List<double[]> seeds(List<Integer> lengths) {
        return lengths.stream()
                .map(length -> random.doubles(length, 0.25, 1.5).toArray())
                .toList();
    }

    /** What the work space holds after a call must not matter to the next one. */
    private void check(ArrayCode code, String method, Program derived, List<double[]> seeds, List<Integer> lengths) {
        double[] expected = Interpreter.run(
                        derived,
                        Interpreter.Rounding.AS_IT_IS,
                        point.arguments().with(seeds))
                .outputs(derived);
        NotationTrial.near(expected, code.call(method, seeds, lengths), method);
        NotationTrial.near(expected, code.call(method, seeds, lengths), method + " again");
    }
}
