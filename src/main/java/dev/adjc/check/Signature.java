package dev.adjc.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the callers of a function need to know of its sizes, in the function's own names.
 *
 * @param outputs nothing where a mistake hides the shape
 * @param fixing the integer parameters that fix an extent or the bounds of a loop
 */
record Signature(SizePlan sizes, List<Optional<Shape>> outputs, Set<String> fixing) {
    Signature {
        outputs = List.copyOf(outputs);
        fixing = Set.copyOf(fixing);
    }
}
