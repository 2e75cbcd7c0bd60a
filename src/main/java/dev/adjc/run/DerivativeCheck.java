package dev.adjc.run;

import dev.adjc.compile.CompiledFunction;
import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import dev.adjc.run.CheckReport.Agreement;
import dev.adjc.run.CheckReport.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

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

    /** Compares all derivatives at a point. */
    public CheckReport at(double[] point) {
        double[][] tangents = forward.jacobian(point, Mode.FORWARD);
        double[][] adjoints = reverse.jacobian(point, Mode.REVERSE);
        double[][] forwardNoise = forwardNoise(point);
        double[][] reverseNoise = reverseNoise(point, DERIVATIVES);
        double[][] allNoise = reverseNoise(point, value -> true);
        Slope[][] slopes = slopes(point);
        List<CheckReport.Entry> entries = new ArrayList<>();
        double[][] bound = new double[outputs()][inputs()];
        for (int i = 0; i < outputs(); i++) {
            for (int j = 0; j < inputs(); j++) {
                double one = tangents[i][j];
                double other = adjoints[i][j];
                bound[i][j] = CAUTION * (forwardNoise[i][j] + reverseNoise[i][j]) + 4 * Math.ulp(one);
                Agreement modes = new Agreement("both modes", one, other, agree(one, other, bound[i][j]));
                String output = program.outputs().get(i).name();
                String input = active().get(j).name();
                Slope slope = slopes[j].length == 0 ? Slope.UNKNOWN : slopes[j][i];
                entries.add(new CheckReport.Entry(output, input, modes, slope, verdict(other, slope, allNoise[i][j])));
            }
        }
        int taken = (int) Arrays.stream(slopes).filter(each -> each.length > 0).count();
        return new CheckReport(point, entries, products(point, adjoints, bound), taken);
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

    // ---- rounding

    private double[][] forwardNoise(double[] point) {
        Program jvp = function.program(Mode.FORWARD, Product.Kind.JVP);
        double[][] noise = new double[outputs()][inputs()];
        for (int j = 0; j < inputs(); j++) {
            double[] column = derivativeNoise(jvp, Output.Kind.TANGENT, DERIVATIVES, point, unit(inputs(), j));
            for (int i = 0; i < outputs(); i++) {
                noise[i][j] = column[i];
            }
        }
        return noise;
    }

    private double[][] reverseNoise(double[] point, Predicate<Value> rounded) {
        Program vjp = function.program(Mode.REVERSE, Product.Kind.VJP);
        double[][] noise = new double[outputs()][];
        for (int i = 0; i < outputs(); i++) {
            noise[i] = derivativeNoise(vjp, Output.Kind.ADJOINT, rounded, point, unit(outputs(), i));
        }
        return noise;
    }

    private static double[] derivativeNoise(
            Program derivative, Output.Kind kind, Predicate<Value> rounded, double[] point, double[] seeds) {
        double[] inputs = DoubleStream.concat(DoubleStream.of(point), DoubleStream.of(seeds))
                .toArray();
        return Noise.of(derivative, kind, rounded, inputs);
    }

    private static double[] unit(int length, int position) {
        double[] unit = new double[length];
        unit[position] = 1;
        return unit;
    }

    // ---- differences

    /** For each active input the slopes of all outputs; none where that would take too long. */
    private Slope[][] slopes(double[] point) {
        Program fixed = FixedStops.at(function.lowered(), point);
        Differences differences = new Differences(fixed, point);
        long each = 160L * Math.max(1, fixed.steps().size());
        int affordable = (int) Math.max(3, Math.min(inputs(), EFFORT / each));
        int stride = Math.max(1, (inputs() + affordable - 1) / affordable);
        Slope[][] slopes = new Slope[inputs()][];
        for (int j = 0; j < inputs(); j++) {
            int parameter = program.parameters().indexOf(active().get(j));
            slopes[j] = j % stride == 0 ? differences.along(parameter) : new Slope[0];
        }
        return slopes;
    }

    // ---- all methods of both classes

    private List<Agreement> products(double[] point, double[][] jacobian, double[][] bound) {
        SplittableRandom random = new SplittableRandom(2);
        double[] v = random.doubles(inputs(), -1, 1).toArray();
        double[] w = random.doubles(outputs(), -1, 1).toArray();
        double[] forwardJvp = forward.jvp(point, v);
        double size = 0;
        for (int i = 0; i < outputs(); i++) {
            for (int j = 0; j < inputs(); j++) {
                double weight = Math.abs(w[i] * v[j]);
                size += weight * (bound[i][j] + (64 + inputs() + outputs()) * Math.ulp(jacobian[i][j]));
            }
        }
        double reference = dot(w, forwardJvp);
        List<Agreement> products = new ArrayList<>();
        products.add(agreement(
                "the product w J v by vjp of the reverse class and jvp of the forward class",
                dot(reverse.vjp(point, w), v),
                reference,
                size));
        products.add(agreement(
                "the product w J v by vjp and by jvp of the forward class",
                dot(forward.vjp(point, w), v),
                reference,
                size));
        products.add(agreement(
                "the product w J v by jvp of the reverse class and of the forward class",
                dot(w, reverse.jvp(point, v)),
                reference,
                size));
        if (outputs() == 1) {
            products.add(agreement(
                    "the gradient along v of the reverse class and of the forward class",
                    dot(reverse.gradient(point), v),
                    dot(forward.gradient(point), v),
                    size / Math.abs(w[0])));
        }
        return products;
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

    private List<Parameter> active() {
        return program.activeParameters();
    }

    private int inputs() {
        return active().size();
    }

    private int outputs() {
        return program.outputs().size();
    }
}
