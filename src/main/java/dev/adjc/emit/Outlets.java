package dev.adjc.emit;

import dev.adjc.ir.Output;
import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import java.util.EnumMap;
import java.util.Map;

/**
 * The arrays of the caller's into which a product's numbers go, one for each kind of output; a single value needs none, for it
 * is returned.
 */
final class Outlets {
    private final Map<Output.Kind, String> arrays = new EnumMap<>(Output.Kind.class);
    private final boolean oneValue;

    /** Adds the arrays to the method's signature. */
    Outlets(Product.Kind kind, Program function, Signature signature) {
        oneValue = function.outputs().size() == 1;
        String outputs = Docs.list(function.outputs().stream().map(Output::name).toList());
        String inputs = Docs.list(
                function.activeParameters().stream().map(Parameter::name).toList());
        if (!oneValue) {
            arrays.put(Output.Kind.VALUE, signature.array("values", "takes " + outputs));
        }
        switch (kind) {
            case VALUE -> {}
            case GRADIENT ->
                arrays.put(Output.Kind.ADJOINT, signature.array("gradient", "takes the derivatives by " + inputs));
            case JVP ->
                arrays.put(
                        Output.Kind.TANGENT,
                        oneValue
                                ? signature.array("tangent", "takes the tangent of " + outputs)
                                : signature.array("outputTangents", "takes the tangents of " + outputs));
            case VJP ->
                arrays.put(Output.Kind.ADJOINT, signature.array("inputAdjoints", "takes the adjoints of " + inputs));
        }
    }

    /** Whether the value is returned. */
    boolean oneValue() {
        return oneValue;
    }

    /** The array for outputs of a kind. */
    String array(Output.Kind kind) {
        String array = arrays.get(kind);
        if (array == null) {
            throw new IllegalStateException("no array for " + kind);
        }
        return array;
    }

    /** All arrays, with the kinds of outputs that go into them. */
    Map<Output.Kind, String> arrays() {
        return arrays;
    }
}
