package dev.adjc.run;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Interpreter;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.loop.Scheduler;
import dev.adjc.run.CheckReport.Agreement;
import dev.adjc.run.CheckReport.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Holds the generated classes of a function against each other and against differences of its program.
 *
 * <p>What may differ is not guessed: the rounding of both modes and of the function itself is measured ({@link Noise}), and
 * a difference quotient knows its error. The duality ⟨w, J v⟩ = ⟨Jᵀ w, v⟩ is tried with random w and v.
 */
public final class DerivativeCheck {
    /** Rounding that was measured on a few runs may be this many times as large on another one. */
    private static final double CAUTION = 32;

    /** Differences are given a little more than their own word, and no more digits than they can have. */
    private static final double TRUST = 8;

    private static final double DIGITS = 1e-9;

    /** So many operations may be carried out for the differences at one point. */
    private static final long EFFORT = 400_000_000;

    /** An operation on an element takes as long as so many on numbers: its place has to be found. */
    private static final int ELEMENT = 30;

    /** So many inputs and outputs are compared whatever it takes, and so many at most. */
    private static final int FEWEST = 3;

    private static final int MOST = 1_000;

    /** Both modes compute the function's own values alike, to the last bit. */
    private static final Predicate<Value> DERIVATIVES = Predicate.not(Value::isPrimal);

    private final CompiledFunction function;
    private final Program program;
    private final GeneratedCode forward;
    private final GeneratedCode reverse;

    private DerivativeCheck(CompiledFunction function, GeneratedCode forward, GeneratedCode reverse) {
        this.function = function;
        this.program = function.primal();
        this.forward = forward;
        this.reverse = reverse;
    }

    /** Compiles and loads both classes. */
    public static DerivativeCheck of(CompiledFunction function, ClassPath classPath) {
        return new DerivativeCheck(
                function,
                GeneratedCode.load(function, Mode.FORWARD, classPath),
                GeneratedCode.load(function, Mode.REVERSE, classPath));
    }

    /** Compares all derivatives at a point; of very many, some. */
    public CheckReport at(Arguments point) {
        return new AtPoint(point).report();
    }

    /**
     * What a slope says of a derivative.
     *
     * @param noise what rounding of the function's own steps does to the derivative
     */
    private static Verdict verdict(double derivative, Slope slope, double noise) {
        double difference = slope.central().value();
        if (slope.kind() != Slope.Kind.SMOOTH || !Double.isFinite(difference) || !Double.isFinite(derivative)) {
            return Verdict.OPEN;
        }
        double expected = TRUST * slope.central().error()
                + CAUTION * noise
                + DIGITS * Math.max(Math.abs(derivative), Math.abs(difference));
        return Math.abs(derivative - difference) <= expected ? Verdict.RIGHT : Verdict.WRONG;
    }

    private static boolean agree(double one, double other, double bound) {
        return one == other || Double.isNaN(one) && Double.isNaN(other) || Math.abs(one - other) <= bound;
    }

    // ---- a point

    /** All that is known of one point. */
    private final class AtPoint {
        private final Arguments point;
        private final GeneratedMethods tangents;
        private final GeneratedMethods adjoints;
        private final Coordinates inputs;
        private final Coordinates outputs;
        private final Program jvp = function.program(Mode.FORWARD, Product.Kind.JVP);
        private final Program vjp = function.program(Mode.REVERSE, Product.Kind.VJP);
        private final long effort;

        AtPoint(Arguments point) {
            this.point = point;
            this.tangents = forward.at(point);
            this.adjoints = reverse.at(point);
            this.inputs = tangents.active();
            this.outputs = tangents.outputs();
            this.effort = Math.max(1, operations());
        }

        /** How many operations a run takes, or as long as how many. */
        private long operations() {
            AtomicLong count = new AtomicLong();
            Interpreter.Rounding counting = (run, definition, number) -> {
                count.incrementAndGet();
                return number;
            };
            try {
                Interpreter.run(function.lowered(), counting, point);
            } catch (Interpreter.Refused refused) {
                throw RunFailure.of(program.name(), refused).at(function.span());
            }
            return Scheduler.hasArrays(program) ? ELEMENT * count.get() : count.get();
        }

        CheckReport report() {
            int[] columns = spread(inputs.count());
            int[] rows = spread(outputs.count());
            double[][] forwardRows = forwardRows(rows, columns);
            double[][] forwardNoise = forwardNoise(rows, columns);
            Differences differences = new Differences(FixedStops.at(function.lowered(), point), point);
            int stride = stride(columns.length);
            Slope[][] slopes = new Slope[columns.length][];
            for (int j = 0; j < columns.length; j++) {
                slopes[j] = j % stride == 0 ? along(differences, columns[j]) : new Slope[0];
            }
            List<CheckReport.Entry> entries = new ArrayList<>();
            for (int i = 0; i < rows.length; i++) {
                double[] seeds = outputs.unit(rows[i]);
                double[] row = adjoints.vjp(seeds);
                double[] noise = noise(vjp, Output.Kind.ADJOINT, DERIVATIVES, outputs.split(seeds));
                double[] allNoise = noise(vjp, Output.Kind.ADJOINT, value -> true, outputs.split(seeds));
                for (int j = 0; j < columns.length; j++) {
                    double one = forwardRows[i][j];
                    double other = row[columns[j]];
                    double bound = CAUTION * (forwardNoise[i][j] + noise[columns[j]]) + 4 * Math.ulp(one);
                    Slope slope = slopes[j].length == 0 ? Slope.UNKNOWN : slopes[j][rows[i]];
                    entries.add(new CheckReport.Entry(
                            outputs.name(rows[i]),
                            inputs.name(columns[j]),
                            new Agreement("both modes", one, other, agree(one, other, bound)),
                            slope,
                            verdict(other, slope, allNoise[columns[j]])));
                }
            }
            int taken =
                    (int) Arrays.stream(slopes).filter(each -> each.length > 0).count();
            return new CheckReport(
                    point,
                    entries,
                    products(),
                    new CheckReport.Extent(columns.length, inputs.count()),
                    new CheckReport.Extent(rows.length, outputs.count()),
                    taken);
        }

        /** As many of the positions as can be afforded, evenly spread. */
        private int[] spread(int count) {
            long affordable = Math.max(FEWEST, Math.min(MOST, EFFORT / 100 / effort));
            int shown = (int) Math.min(count, affordable);
            return IntStream.range(0, shown)
                    .map(k -> (int) ((long) k * count / shown))
                    .toArray();
        }

        /** Differences are taken along each so manieth of the inputs. */
        private int stride(int count) {
            long each = 160 * effort;
            int affordable = (int) Math.max(FEWEST, Math.min(count, EFFORT / each));
            return Math.max(1, (count + affordable - 1) / affordable);
        }

        // ---- derivatives and their rounding

        private double[][] forwardRows(int[] rows, int[] columns) {
            double[][] picked = new double[rows.length][columns.length];
            for (int j = 0; j < columns.length; j++) {
                double[] column = tangents.jvp(inputs.unit(columns[j]));
                pick(column, rows, picked, j);
            }
            return picked;
        }

        private double[][] forwardNoise(int[] rows, int[] columns) {
            double[][] picked = new double[rows.length][columns.length];
            for (int j = 0; j < columns.length; j++) {
                List<double[]> seeds = inputs.split(inputs.unit(columns[j]));
                pick(noise(jvp, Output.Kind.TANGENT, DERIVATIVES, seeds), rows, picked, j);
            }
            return picked;
        }

        private static void pick(double[] column, int[] rows, double[][] picked, int j) {
            for (int i = 0; i < rows.length; i++) {
                picked[i][j] = column[rows[i]];
            }
        }

        private double[] noise(Program derivative, Output.Kind kind, Predicate<Value> rounded, List<double[]> seeds) {
            return Noise.of(derivative, kind, rounded, point.with(seeds));
        }

        /** The slopes of all outputs along an element of an active input. */
        private Slope[] along(Differences differences, int coordinate) {
            int rest = coordinate;
            for (int k = 0; k < inputs.arrays().size(); k++) {
                int count = inputs.arrays().get(k).count();
                if (rest < count) {
                    Parameter input = program.activeParameters().get(k);
                    return differences.along(program.parameters().indexOf(input), rest);
                }
                rest -= count;
            }
            throw new IndexOutOfBoundsException(coordinate);
        }

        // ---- all methods of both classes

        private List<Agreement> products() {
            SplittableRandom random = new SplittableRandom(2);
            double[] v = random.doubles(inputs.count(), -1, 1).toArray();
            double[] w = random.doubles(outputs.count(), -1, 1).toArray();
            double[] jv = tangents.jvp(v);
            double[] wj = adjoints.vjp(w);
            double[] forwardNoise = noise(jvp, Output.Kind.TANGENT, DERIVATIVES, inputs.split(v));
            double[] reverseNoise = noise(vjp, Output.Kind.ADJOINT, DERIVATIVES, outputs.split(w));
            double bound = bound(w, jv, forwardNoise) + bound(v, wj, reverseNoise);
            double reference = dot(w, jv);
            List<Agreement> products = new ArrayList<>();
            products.add(agreement(
                    "the product w J v by vjp of the reverse class and jvp of the forward class",
                    dot(wj, v),
                    reference,
                    bound));
            products.add(agreement(
                    "the product w J v by vjp and by jvp of the forward class",
                    dot(tangents.vjp(w), v),
                    reference,
                    bound));
            products.add(agreement(
                    "the product w J v by jvp of the reverse class and of the forward class",
                    dot(w, adjoints.jvp(v)),
                    reference,
                    bound));
            if (program.outputs().size() == 1 && program.outputs().get(0).axes().isEmpty()) {
                products.add(agreement(
                        "the gradient along v of the reverse class and of the forward class",
                        dot(adjoints.gradient(), v),
                        dot(tangents.gradient(), v),
                        bound / Math.abs(w[0])));
            }
            return products;
        }

        /** What rounding may do to the product of a direction and derivatives. */
        private double bound(double[] direction, double[] derivatives, double[] noise) {
            double bound = 0;
            for (int i = 0; i < direction.length; i++) {
                double term = Math.ulp(direction[i] * derivatives[i]);
                bound += CAUTION * Math.abs(direction[i]) * noise[i] + (64.0 + inputs.count() + outputs.count()) * term;
            }
            return bound;
        }
    }

    private static Agreement agreement(String what, double one, double other, double bound) {
        boolean finite = Double.isFinite(one) && Double.isFinite(other);
        return new Agreement(what, one, other, !finite || Math.abs(one - other) <= bound);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
