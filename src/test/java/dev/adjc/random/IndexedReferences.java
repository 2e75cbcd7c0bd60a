package dev.adjc.random;

import dev.adjc.derive.ForwardMode;
import dev.adjc.derive.ReverseMode;
import dev.adjc.derive.ZeroRule;
import dev.adjc.harness.ArrayPoint;
import dev.adjc.harness.ErrorBounds;
import dev.adjc.harness.ErrorBounds.Bounded;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The derivatives of a program of arrays as it was lowered, derived and left so, carried out by the interpreter in both
 * modes, each number with its running error bound.
 */
final class IndexedReferences {
    /** A Jacobian of more rows and columns than this is seen along one direction of each side alone. */
    private static final int LARGE = 9;

    private final Program forward;
    private final Program reverse;
    private final long seed;

    IndexedReferences(Program lowered, Origin origin, long seed) {
        this.forward = ForwardMode.jvp(lowered, ZeroRule.ABSORBING);
        this.reverse = ReverseMode.vjp(lowered, origin, ZeroRule.ABSORBING);
        this.seed = seed;
    }

    /**
     * What is expected at a point.
     *
     * @param isWhole whether the bounds hold for a product that was made of the Jacobian's rows or columns as well
     * @param isFinite whether nothing overflowed on the way
     */
    record Numbers(
            List<double[]> tangents,
            List<double[]> adjoints,
            Bounded[] jvp,
            Bounded[] vjp,
            boolean isWhole,
            boolean isFinite) {}

    /** The derivatives at a point that the program does not refuse. */
    Numbers at(ArrayPoint point) {
        List<double[]> tangents = seeds(point.active(), 1);
        List<double[]> adjoints = seeds(point.outputs(), 2);
        ErrorBounds along = ErrorBounds.run(forward, point.arguments().with(tangents));
        ErrorBounds back = ErrorBounds.run(reverse, point.arguments().with(adjoints));
        Bounded[] jvp = along.outputs(forward, Output.Kind.TANGENT);
        Bounded[] vjp = back.outputs(reverse, Output.Kind.ADJOINT);
        boolean finite = along.isFinite() && back.isFinite();
        boolean whole = jvp.length + vjp.length <= LARGE;
        if (finite) {
            duality(jvp, vjp, flat(tangents), flat(adjoints));
        }
        if (finite && whole) {
            finite = jacobian(point, jvp, vjp, flat(tangents), flat(adjoints));
        }
        return new Numbers(tangents, adjoints, jvp, vjp, whole, finite);
    }

    /** The adjoints for one scalar output. */
    Bounded[] gradient(ArrayPoint point) {
        Arguments arguments = point.arguments().with(List.of(new double[] {1}));
        return ErrorBounds.run(reverse, arguments).outputs(reverse, Output.Kind.ADJOINT);
    }

    private List<double[]> seeds(List<Integer> lengths, int stream) {
        Random random = new Random(seed + stream);
        return lengths.stream()
                .map(length -> random.doubles(length, -2, 2).toArray())
                .toList();
    }

    static double[] flat(List<double[]> arrays) {
        return arrays.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** The tangents of the outputs weighed by adjoints are the adjoints of the inputs weighed by tangents. */
    private static void duality(Bounded[] jvp, Bounded[] vjp, double[] tangents, double[] adjoints) {
        double left = 0;
        double right = 0;
        double bound = 0;
        for (int i = 0; i < jvp.length; i++) {
            left += adjoints[i] * jvp[i].number();
            bound += Math.abs(adjoints[i]) * (jvp[i].bound() + jvp.length * Math.abs(jvp[i].number()));
        }
        for (int k = 0; k < vjp.length; k++) {
            right += tangents[k] * vjp[k].number();
            bound += Math.abs(tangents[k]) * (vjp[k].bound() + vjp.length * Math.abs(vjp[k].number()));
        }
        Failure.unless(
                PointTrial.agree(left, right, bound),
                "interpreted forward mode agrees with reverse mode",
                left + " and " + right);
    }

    /** Holds each row to each column, and widens the bounds to what a product of them rounds. */
    private boolean jacobian(ArrayPoint point, Bounded[] jvp, Bounded[] vjp, double[] tangents, double[] adjoints) {
        List<Bounded[]> rows = new ArrayList<>();
        List<Bounded[]> columns = new ArrayList<>();
        boolean finite = units(reverse, point, point.outputs(), Output.Kind.ADJOINT, rows)
                && units(forward, point, point.active(), Output.Kind.TANGENT, columns);
        for (int i = 0; finite && i < jvp.length; i++) {
            double bound = 0;
            for (int k = 0; k < vjp.length; k++) {
                Bounded row = rows.get(i)[k];
                Bounded column = columns.get(k)[i];
                double both = Math.max(row.bound(), column.bound());
                Failure.unless(
                        PointTrial.agree(row.number(), column.number(), both),
                        "interpreted forward mode agrees with reverse mode",
                        row + " and " + column);
                double size = both + vjp.length * Math.abs(row.number());
                bound += size * Math.abs(tangents[k]);
                vjp[k] = vjp[k].atLeast(
                        jvp.length * (size + jvp.length * Math.abs(row.number())) * Math.abs(adjoints[i]));
            }
            jvp[i] = jvp[i].atLeast(bound);
        }
        return finite;
    }

    /** What the program gives for each unit seed. */
    private static boolean units(
            Program program, ArrayPoint point, List<Integer> lengths, Output.Kind kind, List<Bounded[]> given) {
        boolean[] finite = {true};
        ArrayPoint.rows(lengths, seeds -> {
            ErrorBounds run = ErrorBounds.run(program, point.arguments().with(seeds));
            finite[0] &= run.isFinite();
            given.add(run.outputs(program, kind));
            return new double[0];
        });
        return finite[0];
    }
}
