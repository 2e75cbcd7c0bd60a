package dev.adjc.random;

import dev.adjc.derive.ForwardMode;
import dev.adjc.derive.ReverseMode;
import dev.adjc.derive.ZeroRule;
import dev.adjc.emit.Product;
import dev.adjc.harness.ErrorBounds;
import dev.adjc.harness.ErrorBounds.Bounded;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import java.util.Random;

/**
 * The derivatives of a program as it was lowered, derived and left so, carried out by the interpreter in both modes, each
 * number with its running error bound.
 */
final class References {
    /** Steps times inputs, above which no column of the Jacobian is computed forward. */
    private static final long LARGE = 20_000;

    private final Program forward;
    private final Program reverse;
    private final double[] tangents;
    private final double[] adjoints;

    References(Program lowered, Origin origin, long seed) {
        forward = ForwardMode.jvp(lowered, ZeroRule.ABSORBING);
        reverse = ReverseMode.vjp(lowered, origin, ZeroRule.ABSORBING);
        Random random = new Random(seed);
        tangents = random.doubles(lowered.activeParameters().size(), -2, 2).toArray();
        adjoints = random.doubles(lowered.outputs().size(), -2, 2).toArray();
    }

    double[] tangents() {
        return tangents;
    }

    double[] adjoints() {
        return adjoints;
    }

    boolean isLarge() {
        return (long) forward.steps().size() * tangents.length > LARGE;
    }

    /**
     * All derivatives at a point. The bounds are the larger ones of the two modes: a class may compute a product row by row
     * or column by column.
     *
     * @param isFinite whether nothing overflowed on the way
     */
    record Numbers(Bounded[] jvp, Bounded[] vjp, Bounded[] gradient, boolean isFinite) {
        Bounded[] of(Product.Kind kind) {
            return switch (kind) {
                case JVP -> jvp;
                case VJP -> vjp;
                case GRADIENT -> gradient;
                case VALUE -> new Bounded[0];
            };
        }
    }

    /** The derivatives at a point that the program does not refuse. */
    Numbers at(double[] point) {
        int rows = adjoints.length;
        int columns = tangents.length;
        ErrorBounds along = ErrorBounds.run(forward, ProgramTrial.concat(point, tangents));
        ErrorBounds back = ErrorBounds.run(reverse, ProgramTrial.concat(point, adjoints));
        boolean finite = along.isFinite() && back.isFinite();
        Bounded[] jvp = along.outputs(forward, Output.Kind.TANGENT);
        Bounded[] vjp = back.outputs(reverse, Output.Kind.ADJOINT);
        Bounded[][] jacobian = new Bounded[rows][];
        for (int i = 0; i < rows; i++) {
            ErrorBounds run = ErrorBounds.run(reverse, ProgramTrial.concat(point, unit(rows, i)));
            finite &= run.isFinite();
            jacobian[i] = run.outputs(reverse, Output.Kind.ADJOINT);
            double bound = 0;
            for (int k = 0; k < columns; k++) {
                double term = Math.abs(jacobian[i][k].number() * tangents[k]);
                bound += jacobian[i][k].bound() * Math.abs(tangents[k]) + term;
            }
            jvp[i] = jvp[i].atLeast(bound);
        }
        for (int k = 0; k < columns && !isLarge(); k++) {
            ErrorBounds run = ErrorBounds.run(forward, ProgramTrial.concat(point, unit(columns, k)));
            finite &= run.isFinite();
            Bounded[] column = run.outputs(forward, Output.Kind.TANGENT);
            double bound = 0;
            for (int i = 0; i < rows; i++) {
                bound += column[i].bound() * Math.abs(adjoints[i]) + Math.abs(column[i].number() * adjoints[i]);
                jacobian[i][k] = jacobian[i][k].atLeast(column[i].bound());
                if (finite) {
                    Failure.unless(
                            PointTrial.agree(column[i].number(), jacobian[i][k].number(), jacobian[i][k].bound()),
                            "interpreted forward mode agrees with reverse mode",
                            column[i] + " and " + jacobian[i][k]);
                }
            }
            vjp[k] = vjp[k].atLeast(bound);
        }
        return new Numbers(jvp, vjp, jacobian[0], finite);
    }

    private static double[] unit(int size, int position) {
        double[] unit = new double[size];
        unit[position] = 1;
        return unit;
    }
}
