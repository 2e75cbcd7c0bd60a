package dev.adjc.emit;

import dev.adjc.ir.Program;
import dev.adjc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A class that is to be generated.
 *
 * @param packageName empty for the unnamed package
 * @param mode the words for the class's Javadoc, such as {@code reverse mode}
 * @param function the function itself, for its name, parameters and outputs
 * @param doc the author's words on the function
 * @param origin the function in its source
 */
public record ClassPlan(
        String packageName,
        String className,
        String mode,
        Program function,
        Optional<String> doc,
        Span origin,
        List<Product> products) {

    public ClassPlan {
        products = List.copyOf(products);
    }
}
