package dev.adjc.compile;

import dev.adjc.derive.ForwardMode;
import dev.adjc.derive.ReverseMode;
import dev.adjc.derive.ZeroRule;
import dev.adjc.emit.Product;
import dev.adjc.ir.Origin;
import dev.adjc.ir.Program;
import dev.adjc.loop.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Derives from a function all that a class of one mode offers. */
final class Derivation {
    /** Derivatives in several directions share one program of at most so many of the function's steps. */
    private static final int AT_ONCE = 6_000;

    /** A larger function is written down once a mode: all products run the program of one. */
    private static final int LARGE = 1_500;

    private final Program primal;
    private final Origin origin;
    private final ZeroRule zeroRule;

    Derivation(Program primal, Origin origin, ZeroRule zeroRule) {
        this.primal = primal;
        this.origin = origin;
        this.zeroRule = zeroRule;
    }

    /** Whether the program gives one number. */
    boolean hasGradient() {
        return primal.outputs().size() == 1 && primal.outputs().get(0).axes().isEmpty();
    }

    /** What the class runs for a product of a function of arrays: that product, or the one that is repeated for it. */
    Product.Kind run(Mode mode, Product.Kind kind) {
        return Scheduler.hasArrays(primal) && !isAtOnce(mode, kind) ? base(mode) : kind;
    }

    /** The products of a class: those that others may be made of first. */
    List<Product> products(Mode mode) {
        List<Product.Kind> kinds = new ArrayList<>(List.of(Product.Kind.VALUE, base(mode)));
        if (hasGradient()) {
            kinds.add(Product.Kind.GRADIENT);
        }
        kinds.add(base(mode) == Product.Kind.JVP ? Product.Kind.VJP : Product.Kind.JVP);
        List<Product> products = new ArrayList<>();
        for (Product.Kind kind : kinds) {
            products.add(
                    isAtOnce(mode, kind)
                            ? new Product.AtOnce(kind, program(mode, kind, Pipeline.UNWATCHED))
                            : new Product.Repeated(kind, base(mode)));
        }
        return products;
    }

    /** The program of a product in one run, ready to be scheduled. */
    Program program(Mode mode, Product.Kind kind, BiConsumer<String, Program> watch) {
        boolean forward = mode == Mode.FORWARD;
        Program derived = switch (kind) {
            case VALUE -> primal;
            case GRADIENT ->
                forward
                        ? ForwardMode.gradient(primal, origin, zeroRule)
                        : ReverseMode.gradient(primal, origin, zeroRule);
            case JVP -> forward ? ForwardMode.jvp(primal, zeroRule) : ReverseMode.jvp(primal, origin, zeroRule);
            case VJP -> forward ? ForwardMode.vjp(primal, origin, zeroRule) : ReverseMode.vjp(primal, origin, zeroRule);
        };
        return Pipeline.finished(derived, watch);
    }

    /** What the mode computes in one sweep. */
    private static Product.Kind base(Mode mode) {
        return mode == Mode.FORWARD ? Product.Kind.JVP : Product.Kind.VJP;
    }

    private boolean isAtOnce(Mode mode, Product.Kind kind) {
        if (kind == Product.Kind.VALUE
                || kind == base(mode)
                || primal.activeParameters().isEmpty() && !Scheduler.hasArrays(primal)) {
            return true;
        }
        boolean columns = mode == Mode.FORWARD;
        if (Scheduler.hasArrays(primal)) {
            return kind == Product.Kind.GRADIENT && !columns;
        }
        int directions =
                columns ? primal.activeParameters().size() : primal.outputs().size();
        int sweeps = kind == Product.Kind.GRADIENT && !columns ? 1 : directions;
        return primal.steps().size() <= LARGE && (long) sweeps * primal.steps().size() <= AT_ONCE;
    }
}
