package dev.adjc.ir;

/**
 * What a program gives.
 *
 * @param name of the function's output; of a derivative the input or output that it belongs to
 */
public record Output(String name, Operand operand, Kind kind) {

    /** What an output is. */
    public enum Kind {
        VALUE,
        /** The tangent of an output. */
        TANGENT,
        /** The adjoint of an active parameter, or the gradient's component. */
        ADJOINT
    }
}
