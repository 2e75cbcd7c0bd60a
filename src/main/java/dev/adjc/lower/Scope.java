package dev.adjc.lower;

import dev.adjc.ir.Operand;
import java.util.HashMap;
import java.util.Map;

/** What each name of a function stands for at a point of its body; a later definition takes the name over. */
final class Scope {
    private final Map<String, Operand> names = new HashMap<>();

    void put(String name, Operand operand) {
        names.put(name, operand);
    }

    Operand get(String name) {
        Operand operand = names.get(name);
        if (operand == null) {
            throw new IllegalStateException("`" + name + "` was not defined, and passed the checks");
        }
        return operand;
    }
}
