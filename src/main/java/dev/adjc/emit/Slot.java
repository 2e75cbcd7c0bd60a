package dev.adjc.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.adjc.ir.Index;
import dev.adjc.ir.Value;
import java.util.List;

/**
 * A parameter of a generated method: a number, or an array that lies flat in the caller's memory.
 *
 * @param extents those of the array; none for a number
 */
record Slot(String name, Value.Type type, List<Index> extents, Form form) {

    /** How the numbers are passed. */
    enum Form {
        NUMBER,
        /** A flat array; of a number that is given back, an array of one. */
        FLAT
    }

    static Slot of(String name, Value value) {
        return new Slot(name, value.type(), value.extents(), value.rank() == 0 ? Form.NUMBER : Form.FLAT);
    }

    /** An array into which numbers go. */
    static Slot outlet(String name, List<Index> extents) {
        return new Slot(name, Value.Type.REAL, extents, Form.FLAT);
    }

    boolean isArray() {
        return form == Form.FLAT;
    }

    TypeName number() {
        return type == Value.Type.INTEGER ? TypeName.INT : TypeName.DOUBLE;
    }

    TypeName javaType() {
        return isArray() ? ArrayTypeName.of(number()) : number();
    }

    /** The type with an array in each dimension. */
    TypeName nested() {
        TypeName type = number();
        for (int k = 0; k < extents.size(); k++) {
            type = ArrayTypeName.of(type);
        }
        return type;
    }

    ParameterSpec spec() {
        return ParameterSpec.builder(javaType(), name).build();
    }
}
