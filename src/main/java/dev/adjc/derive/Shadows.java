package dev.adjc.derive;

import dev.adjc.ir.Program;
import dev.adjc.ir.Value;
import java.util.Map;

/**
 * A derivative, and what in it belongs to what in the function.
 *
 * @param program as it is derived, before any pass
 * @param derivatives the tangent, or the adjoint, of each of the function's values that has one
 */
public record Shadows(Program program, Map<Value, Value> derivatives) {

    public Shadows {
        derivatives = Map.copyOf(derivatives);
    }
}
