package dev.adjc.ir;

import java.util.List;

/**
 * What a program gives: a number, or an array with the operand as its element at each place of the axes.
 *
 * @param name of the function's output; of a derivative the input or output that it belongs to
 * @param axes one for each dimension, from 0 on; none for a number
 */
public record Output(String name, List<Axis> axes, Operand operand, Kind kind) {

    public Output {
        axes = List.copyOf(axes);
    }

    /** A number. */
    public Output(String name, Operand operand, Kind kind) {
        this(name, List.of(), operand, kind);
    }

    /** What an output is. */
    public enum Kind {
        VALUE,
        /** The tangent of an output. */
        TANGENT,
        /** The adjoint of an active parameter, or the gradient's component. */
        ADJOINT
    }

    /** The same places with another operand. */
    public Output with(Operand other) {
        return new Output(name, axes, other, kind);
    }
}
