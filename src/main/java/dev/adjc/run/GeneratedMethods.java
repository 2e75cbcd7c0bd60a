package dev.adjc.run;

import dev.adjc.compile.Mode;
import dev.adjc.emit.Product;
import dev.adjc.ir.Arguments;
import dev.adjc.ir.Index;
import java.util.List;

/**
 * The methods of a generated class for certain arguments. Tangents and adjoints, values and derivatives are vectors, whose
 * elements {@link Coordinates} tell.
 */
public abstract class GeneratedMethods {
    private final GeneratedCode code;
    private final Coordinates active;
    private final Coordinates outputs;

    GeneratedMethods(GeneratedCode code, Arguments arguments) {
        this.code = code;
        this.active = Coordinates.ofActive(code.function(), arguments);
        this.outputs = Coordinates.ofOutputs(code.function(), arguments);
    }

    /** The outputs. */
    public abstract double[] value();

    /**
     * The derivatives that a method other than {@code value} gives.
     *
     * @param seeds the tangents or adjoints that it takes
     */
    abstract double[] derivatives(Product.Kind kind, double[] seeds);

    /** The derivatives of the one output by each active input. */
    public final double[] gradient() {
        return derivatives(Product.Kind.GRADIENT, new double[0]);
    }

    /** The tangents of the outputs. */
    public final double[] jvp(double[] tangents) {
        return derivatives(Product.Kind.JVP, tangents);
    }

    /** The adjoints of the active inputs. */
    public final double[] vjp(double[] adjoints) {
        return derivatives(Product.Kind.VJP, adjoints);
    }

    /** The derivative of each output, one a row, by each active input. */
    public final double[][] jacobian(Mode mode) {
        try {
            return rows(mode);
        } catch (OutOfMemoryError exhausted) {
            List<Long> extents = List.of((long) outputs.count(), (long) active.count());
            List<Index> literals = extents.stream().map(Index::of).toList();
            throw code.placed(RunFailure.tooLarge(code.function().name(), "jacobian", literals, extents));
        }
    }

    private double[][] rows(Mode mode) {
        double[][] jacobian = new double[outputs.count()][active.count()];
        if (mode == Mode.REVERSE) {
            for (int i = 0; i < jacobian.length; i++) {
                jacobian[i] = vjp(outputs.unit(i));
            }
        } else {
            for (int j = 0; j < active.count(); j++) {
                double[] column = jvp(active.unit(j));
                for (int i = 0; i < jacobian.length; i++) {
                    jacobian[i][j] = column[i];
                }
            }
        }
        return jacobian;
    }

    /** The elements with respect to which derivatives are taken. */
    public final Coordinates active() {
        return active;
    }

    /** The elements of the outputs. */
    public final Coordinates outputs() {
        return outputs;
    }
}
