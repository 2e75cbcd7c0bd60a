package dev.adjc.compile;

import dev.adjc.diagnostic.Code;
import dev.adjc.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of functions that are compiled together. */
public final class ClassNames {
    private ClassNames() {}

    /** Finds functions whose classes would lie in one file. */
    public static List<Diagnostic> clashes(List<CompiledFunction> functions) {
        List<Diagnostic> clashes = new ArrayList<>();
        Map<String, CompiledFunction> first = new HashMap<>();
        for (CompiledFunction function : functions) {
            String className = function.qualifiedClassName(Mode.REVERSE);
            CompiledFunction other = first.putIfAbsent(className, function);
            if (other != null) {
                clashes.add(Diagnostic.at(function.span(), Code.CLASS_TWICE, other.name(), function.name(), className)
                        .with(other.span()));
            }
        }
        return clashes;
    }
}
