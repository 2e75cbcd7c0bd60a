package dev.adjc.emit;

import dev.adjc.ir.Parameter;
import dev.adjc.ir.Program;
import dev.adjc.loop.Joining;
import dev.adjc.source.Span;
import java.util.ArrayList;
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
 * @param tangents a parameter for the tangent of each active input
 * @param adjoints a parameter for the adjoint of each output
 * @param products a product that others are made of stands before them
 * @param joining whether what is computed along the same axes shares loops
 */
public record ClassPlan(
        String packageName,
        String className,
        String mode,
        Program function,
        Optional<String> doc,
        Span origin,
        List<Parameter> tangents,
        List<Parameter> adjoints,
        List<Product> products,
        Joining joining) {

    public ClassPlan {
        products = List.copyOf(products);
        tangents = List.copyOf(tangents);
        adjoints = List.copyOf(adjoints);
    }

    /** The function, and each program that the class runs. */
    List<Program> programs() {
        List<Program> programs = new ArrayList<>(List.of(function));
        for (Product product : products) {
            if (product instanceof Product.AtOnce atOnce) {
                programs.add(atOnce.program());
            }
        }
        return programs;
    }

    /** The parameters that a product has beside the function's. */
    List<Parameter> seeds(Product.Kind kind) {
        return switch (kind) {
            case VALUE, GRADIENT -> List.of();
            case JVP -> tangents;
            case VJP -> adjoints;
        };
    }
}
