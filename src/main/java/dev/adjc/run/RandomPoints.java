package dev.adjc.run;

import dev.adjc.ir.Arguments;
import dev.adjc.ir.Index;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Draws points of a function's domain: where every {@code require} holds and every output is finite. Arrays are small. */
public final class RandomPoints {
    private static final int ATTEMPTS = 5_000;

    /** After so many draws in vain, numbers of other sizes are tried. */
    private static final int USUAL = 500;

    /** Sizes are small: what is right for three rows and two columns is right for more. */
    private static final int SMALL = 4;

    /** After many draws in vain, larger ones are tried. */
    private static final int LARGER = 12;

    /** No array that is drawn has more elements. */
    private static final int LARGEST = 1 << 20;

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

    /** So many points, or fewer if a long search finds no more; the one there is for a function without parameters. */
    public static List<Arguments> of(Program function, int count, long seed) {
        if (function.parameters().isEmpty()) {
            return List.of(Arguments.of());
        }
        RandomPoints random = new RandomPoints(function, seed);
        List<Arguments> points = new ArrayList<>();
        boolean found = true;
        while (found && points.size() < count) {
            found = random.next().map(points::add).orElse(false);
        }
        return points;
    }

    /** The next point, unless a long search finds none. */
    public Optional<Arguments> next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Arguments> point = attempt < USUAL ? draw(0, SMALL) : draw(3, LARGER);
            if (point.filter(this::isInDomain).isPresent()) {
                return point;
            }
        }
        return Optional.empty();
    }

    /** All numbers from one interval, or each array's from one of its own, up to so many powers of ten away. */
    private Optional<Arguments> draw(int decades, int most) {
        boolean alike = random.nextBoolean();
        double[] common = interval(decades);
        Map<Symbol, Long> sizes = new LinkedHashMap<>();
        Coordinates.sizes(function).forEach(size -> sizes.put(size, random.nextLong(1, most + 1)));
        List<Parameter> parameters = function.parameters();
        List<double[]> numbers = new ArrayList<>();
        for (Parameter parameter : parameters) {
            numbers.add(isInteger(parameter) ? new double[] {random.nextInt(7)} : new double[0]);
        }
        for (int i = 0; i < parameters.size(); i++) {
            Arguments known = new Arguments(numbers, sizes);
            int count = 1;
            for (Index extent : parameters.get(i).value().extents()) {
                long places = Coordinates.number(function, known, extent);
                if (places < 0 || places * count > LARGEST) {
                    return Optional.empty();
                }
                count *= (int) places;
            }
            if (!isInteger(parameters.get(i))) {
                double[] interval = alike ? common : interval(decades);
                numbers.set(
                        i,
                        parameters.get(i).kind() == Parameter.Kind.INTEGER
                                ? places(count, most)
                                : reals(count, interval));
            }
        }
        return Optional.of(new Arguments(numbers, sizes));
    }

    private static boolean isInteger(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.INTEGER && parameter.value().rank() == 0;
    }

    private double[] reals(int count, double[] interval) {
        return random.doubles(count, interval[0], interval[1]).toArray();
    }

    /** Integers that may be places in a small array. */
    private double[] places(int count, int most) {
        int end = random.nextInt(1, most + 1);
        return random.ints(count, 0, end).asDoubleStream().toArray();
    }

    private double[] interval(int decades) {
        double size = Math.pow(10, random.nextInt(-decades, decades + 1));
        double[] interval = INTERVALS.get(random.nextInt(INTERVALS.size()));
        return new double[] {size * interval[0], size * interval[1]};
    }

    private boolean isInDomain(Arguments point) {
        try {
            Interpreter run = Interpreter.run(function, Interpreter.Rounding.AS_IT_IS, point);
            return DoubleStream.of(Noise.numbers(function, Output.Kind.VALUE, run))
                    .allMatch(Double::isFinite);
        } catch (Interpreter.Refused | RunFailure outside) {
            return false;
        }
    }
}
