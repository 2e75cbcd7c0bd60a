package dev.adjc.run;

import java.util.Optional;

/**
 * Where a function is evaluated, in numbers.
 *
 * @param inputs one for each parameter, in order of declaration
 * @param tangent one for each active parameter
 * @param adjoint one for each output
 */
public record Point(double[] inputs, Optional<double[]> tangent, Optional<double[]> adjoint) {

    /** A point without directions. */
    public static Point of(double... inputs) {
        return new Point(inputs, Optional.empty(), Optional.empty());
    }
}
