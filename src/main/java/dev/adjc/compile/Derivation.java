package dev.adjc.compile;

import dev.adjc.derive.ForwardMode;
import dev.adjc.derive.ReverseMode;
import dev.adjc.derive.ZeroRule;
import dev.adjc.emit.Product;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Derives from a function all that a class of one mode offers. */
final class Derivation {
    /** Derivatives in several directions share one program of at most so many of the function's steps. */
    private static final int AT_ONCE = 6_000;

    private final Program primal;
    private final Origin origin;
    private final ZeroRule zeroRule;

    Derivation(Program primal, Origin origin, ZeroRule zeroRule) {
        this.primal = primal;
        this.origin = origin;
        this.zeroRule = zeroRule;
    }

    /** The products of a class, the function's values first. */
    List<Product> products(Mode mode) {
        List<Product> products = new ArrayList<>();
        products.add(product(mode, Product.Kind.VALUE, Pipeline.UNWATCHED));
        if (primal.outputs().size() == 1) {
            products.add(product(mode, Product.Kind.GRADIENT, Pipeline.UNWATCHED));
        }
        products.add(product(mode, Product.Kind.JVP, Pipeline.UNWATCHED));
        products.add(product(mode, Product.Kind.VJP, Pipeline.UNWATCHED));
        return products;
    }

    /** One product, its program ready to be scheduled. */
    Product product(Mode mode, Product.Kind kind, BiConsumer<String, Program> watch) {
        int inputs = primal.activeParameters().size();
        int outputs = primal.outputs().size();
        boolean forward = mode == Mode.FORWARD;
        return switch (kind) {
            case VALUE -> atOnce(kind, primal, watch);
            case GRADIENT -> {
                if (!forward) {
                    yield atOnce(kind, ReverseMode.gradient(primal, origin, zeroRule), watch);
                }
                yield fits(inputs)
                        ? atOnce(kind, ForwardMode.gradient(primal, origin, zeroRule), watch)
                        : oneByOne(kind, ForwardMode.gradientComponent(primal, origin, zeroRule), inputs, watch);
            }
            case JVP -> {
                if (forward) {
                    yield atOnce(kind, ForwardMode.jvp(primal, zeroRule), watch);
                }
                yield fits(outputs)
                        ? atOnce(kind, ReverseMode.jvp(primal, origin, zeroRule), watch)
                        : oneByOne(kind, ReverseMode.jvpComponent(primal, origin, zeroRule), outputs, watch);
            }
            case VJP -> {
                if (!forward) {
                    yield atOnce(kind, ReverseMode.vjp(primal, origin, zeroRule), watch);
                }
                yield fits(inputs)
                        ? atOnce(kind, ForwardMode.vjp(primal, origin, zeroRule), watch)
                        : oneByOne(kind, ForwardMode.vjpComponent(primal, origin, zeroRule), inputs, watch);
            }
        };
    }

    /** Whether so many directions have room in one program; a single one always has. */
    private boolean fits(int directions) {
        return directions <= 1 || (long) directions * primal.steps().size() <= AT_ONCE;
    }

    private static Product oneByOne(
            Product.Kind kind, Program program, int count, BiConsumer<String, Program> watch) {
        return new Product.OneByOne(kind, Pipeline.finished(program, watch), count);
    }

    private static Product atOnce(Product.Kind kind, Program program, BiConsumer<String, Program> watch) {
        return new Product.AtOnce(kind, Pipeline.finished(program, watch));
    }
}
