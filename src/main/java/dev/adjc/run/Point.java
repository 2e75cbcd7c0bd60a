package dev.adjc.run;

import dev.adjc.ir.Arguments;
import java.util.Optional;

/**
 * Where a function is evaluated, in numbers.
 *
 * @param arguments of the function
 * @param tangent the elements of all active parameters, as {@link Coordinates} count them
 * @param adjoint the elements of all outputs
 */
public record Point(Arguments arguments, Optional<double[]> tangent, Optional<double[]> adjoint) {

    /** A point without directions. */
    public static Point of(double... inputs) {
        return new Point(Arguments.of(inputs), Optional.empty(), Optional.empty());
    }

    /** The elements of all parameters. */
    public double[] inputs() {
        return Coordinates.join(arguments.numbers());
    }
}
