package dev.adjc.run;

import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Draws points of a function's domain: where every {@code require} holds and every output is finite. */
public final class RandomPoints {
    private static final int ATTEMPTS = 5_000;

    /** After so many draws in vain, numbers of other sizes are tried. */
    private static final int USUAL = 500;

    /** Functions are defined about zero, between zero and one, or for what is positive, mostly. */
    private static final List<double[]> INTERVALS =
            List.of(new double[] {0.5, 2}, new double[] {-2, 2}, new double[] {0, 1}, new double[] {-10, 10});

    private final Program function;
    private final SplittableRandom random;

    /** Draws the same points for the same seed. */
    public RandomPoints(Program function, long seed) {
        this.function = function;
        this.random = new SplittableRandom(seed);
    }

    /** The next point, unless a long search finds none. */
    public Optional<double[]> next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double[] point = draw(attempt < USUAL ? 0 : 3);
            if (isInDomain(point)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    /** All numbers from one interval, or each from one of its own, up to so many powers of ten away. */
    private double[] draw(int decades) {
        boolean alike = random.nextBoolean();
        double[] common = interval(decades);
        List<Parameter> parameters = function.parameters();
        double[] point = new double[parameters.size()];
        for (int i = 0; i < point.length; i++) {
            double[] interval = alike ? common : interval(decades);
            boolean integer = parameters.get(i).kind() == Parameter.Kind.INTEGER;
            point[i] = integer ? random.nextInt(7) : random.nextDouble(interval[0], interval[1]);
        }
        return point;
    }

    private double[] interval(int decades) {
        double size = Math.pow(10, random.nextInt(-decades, decades + 1));
        double[] interval = INTERVALS.get(random.nextInt(INTERVALS.size()));
        return new double[] {size * interval[0], size * interval[1]};
    }

    private boolean isInDomain(double[] point) {
        try {
            double[] values = Noise.numbers(function, Output.Kind.VALUE, Interpreter.run(function, point));
            return DoubleStream.of(values).allMatch(Double::isFinite);
        } catch (Interpreter.Refused | RunFailure outside) {
            return false;
        }
    }
}
