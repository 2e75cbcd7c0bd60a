package dev.adjc.run;

import dev.adjc.ir.Arguments;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.operator.Choices;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * What rounding may do to the results of a program at a point, found by doing it: each intermediate is moved by up to a
 * unit in its last place at random, a few times, and the results are seen to move (Parker, Monte Carlo Arithmetic, 1997).
 */
final class Noise {
    private static final int RUNS = 6;
    private static final double UNIT = 0x1p-52;

    /** Of the operators that are exact, those that round; the others pick one of their operands, or a whole number. */
    private static final Set<Operator> ROUNDING = Set.of(
            Operators.ADD, Operators.SUBTRACT, Operators.MULTIPLY, Operators.DIVIDE, Exponentials.SQRT, Choices.FMA);

    private Noise() {}

    /**
     * How far the outputs of a kind moved at most.
     *
     * @param rounded which values are moved
     */
    static double[] of(Program program, Output.Kind kind, Predicate<Value> rounded, Arguments arguments) {
        SplittableRandom random = new SplittableRandom(1);
        Interpreter.Rounding rounding =
                (run, definition, number) -> rounds(definition.operator()) && rounded.test(definition.value())
                        ? number * (1 + UNIT * random.nextDouble(-1, 1))
                        : number;
        double[] exact = numbers(program, kind, Interpreter.run(program, Interpreter.Rounding.AS_IT_IS, arguments));
        double[] moved = new double[exact.length];
        for (int run = 0; run < RUNS; run++) {
            double[] perturbed = perturbed(program, kind, rounding, arguments);
            for (int i = 0; i < Math.min(exact.length, perturbed.length); i++) {
                double distance = Math.abs(perturbed[i] - exact[i]);
                moved[i] = Double.isNaN(distance) ? moved[i] : Math.max(moved[i], distance);
            }
        }
        return moved;
    }

    private static boolean rounds(Operator operator) {
        return !operator.is(Operator.Trait.EXACT) || ROUNDING.contains(operator);
    }

    /** The results, or none where a requirement holds by a hair's breadth. */
    private static double[] perturbed(
            Program program, Output.Kind kind, Interpreter.Rounding rounding, Arguments arguments) {
        try {
            return numbers(program, kind, Interpreter.run(program, rounding, arguments));
        } catch (Interpreter.Refused byAHair) {
            return new double[0];
        }
    }

    static double[] numbers(Program program, Output.Kind kind, Interpreter run) {
        return program.outputs(kind).stream()
                .flatMapToDouble(output -> DoubleStream.of(run.elements(output)))
                .toArray();
    }
}
