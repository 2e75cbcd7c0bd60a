package dev.adjc.run;

import dev.adjc.ir.Arguments;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Slopes of a function by differences, in a sweep of steps, each half the one before.
 *
 * <p>What the quotients tend to, and with which error, is {@link Quotients}' to say.
 */
final class Differences {
    /** A step is this part of the argument's size, at first and at last. */
    private static final int FIRST = 3;

    private static final int LAST = 42;

    private final FixedStops function;
    private final Arguments point;
    private final double[] values;
    private final double[] noise;

    /**
     * Differences about a point.
     *
     * @param function with its stopped values fixed
     */
    Differences(FixedStops function, Arguments point) {
        this.function = function;
        this.point = point;
        this.values = value(point);
        this.noise = Noise.of(function.program(), Output.Kind.VALUE, Value::isPrimal, point.with(function.stopped()));
        for (int i = 0; i < noise.length; i++) {
            noise[i] += Math.ulp(values[i]);
        }
    }

    double[] values() {
        return values;
    }

    /** The slope of each element of the outputs along an element of a parameter. */
    Slope[] along(int parameter, int element) {
        Slope[] best = new Slope[values.length];
        Arrays.fill(best, Slope.UNKNOWN);
        for (double size : sizes(Math.abs(point.numbers().get(parameter)[element]))) {
            Sweep sweep = sweep(parameter, element, size);
            for (int i = 0; i < best.length; i++) {
                Slope slope = Double.isFinite(values[i]) ? sweep.slope(i) : Slope.UNKNOWN;
                boolean better = best[i].kind() == Slope.Kind.UNKNOWN
                        || slope.central().error() < best[i].central().error();
                best[i] = better ? slope : best[i];
            }
        }
        return best;
    }

    /** The sizes of which steps are a part: that of the argument, and one where it is far from one. */
    private static double[] sizes(double argument) {
        if (argument == 0) {
            return new double[] {1};
        }
        return argument > 0.01 && argument < 100 ? new double[] {argument} : new double[] {argument, 1};
    }

    private Sweep sweep(int parameter, int element, double size) {
        int steps = LAST - FIRST;
        Sweep sweep = new Sweep(new double[steps], new double[steps], new double[steps][], new double[steps][]);
        double at = point.numbers().get(parameter)[element];
        for (int k = 0; k < steps; k++) {
            double step = Math.scalb(size, -FIRST - k);
            sweep.right[k] = at + step - at;
            sweep.above[k] = valueOrNone(moved(parameter, element, at + step));
            sweep.left[k] = at - (at - step);
            sweep.below[k] = valueOrNone(moved(parameter, element, at - step));
        }
        return sweep;
    }

    private Arguments moved(int parameter, int element, double number) {
        List<double[]> numbers = new ArrayList<>(point.numbers());
        double[] array = numbers.get(parameter).clone();
        array[element] = number;
        numbers.set(parameter, array);
        return new Arguments(numbers, point.sizes());
    }

    private double[] value(Arguments at) {
        return Noise.numbers(function.program(), Output.Kind.VALUE, function.run(at));
    }

    /** The values, or NaN where the function refuses the point. */
    private double[] valueOrNone(Arguments at) {
        try {
            return value(at);
        } catch (Interpreter.Refused | RunFailure outsideTheDomain) {
            double[] none = new double[values.length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
    }

    /** The values above and below the point, and how far they are from it, largest step first. */
    private final class Sweep {
        private final double[] left;
        private final double[] right;
        private final double[][] below;
        private final double[][] above;

        Sweep(double[] left, double[] right, double[][] below, double[][] above) {
            this.left = left;
            this.right = right;
            this.below = below;
            this.above = above;
        }

        Slope slope(int output) {
            Quotients both = new Quotients(left.length);
            Quotients fromLeft = new Quotients(left.length);
            Quotients fromRight = new Quotients(left.length);
            for (int k = 0; k < left.length; k++) {
                double down = values[output] - below[k][output];
                double up = above[k][output] - values[output];
                both.set(k, (above[k][output] - below[k][output]) / (left[k] + right[k]), left[k] + right[k]);
                fromLeft.set(k, down / left[k], left[k]);
                fromRight.set(k, up / right[k], right[k]);
            }
            boolean jumps = fromLeft.jumps(noise[output]) || fromRight.jumps(noise[output]);
            Slope.Estimate central = both.limit(4, noise[output]);
            Slope.Estimate fromBelow = fromLeft.limit(2, noise[output]);
            Slope.Estimate fromAbove = fromRight.limit(2, noise[output]);
            return new Slope(jumps ? Slope.Kind.JUMP : kind(fromBelow, fromAbove), central, fromBelow, fromAbove);
        }

        private static Slope.Kind kind(Slope.Estimate fromBelow, Slope.Estimate fromAbove) {
            if (!fromBelow.exists() && !fromAbove.exists()) {
                return Slope.Kind.UNKNOWN;
            }
            if (!fromBelow.exists() || !fromAbove.exists()) {
                return Slope.Kind.EDGE;
            }
            if (Double.isInfinite(fromBelow.value()) || Double.isInfinite(fromAbove.value())) {
                return fromBelow.value() == fromAbove.value() ? Slope.Kind.STEEP : Slope.Kind.KINK;
            }
            double gap = Math.abs(fromBelow.value() - fromAbove.value());
            double size = Math.max(Math.abs(fromBelow.value()), Math.abs(fromAbove.value()));
            boolean bent = gap > 10 * (fromBelow.error() + fromAbove.error()) && gap > 1e-5 * size;
            return bent ? Slope.Kind.KINK : Slope.Kind.SMOOTH;
        }
    }
}
