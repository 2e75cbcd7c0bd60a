package dev.adjc.simplify;

import static dev.adjc.operator.Operators.ADD;
import static dev.adjc.operator.Operators.MULTIPLY;
import static dev.adjc.operator.Operators.NEGATE;
import static dev.adjc.operator.Operators.SUBTRACT;
import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import java.util.List;

/**
 * Brings the literal factors of a derivative together: {@code (2 * x) * (3 * y)} becomes {@code 6 * (x * y)}, and {@code 2 * x + 2
 * * y} becomes {@code 2 * (x + y)}.
 *
 * <p>A factor moves outward only if it is of moderate size and what goes outward is at least 1, so that nothing overflows
 * before the result does, and only from a product that nothing else reads, so that no operation is added. Values of the
 * function itself stay as they are.
 */
public final class Scales extends Rewriter {
    private static final double LARGEST = 0x1p20;

    private final Uses uses;

    private Scales(Program program) {
        super(program);
        this.uses = Uses.of(program);
    }

    public static Program apply(Program program) {
        return new Scales(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        keep(definition.value().isPrimal() ? definition : gathered(definition));
    }

    private Definition gathered(Definition definition) {
        if (definition.operator() == MULTIPLY) {
            return product(definition, definition.operand(0), definition.operand(1));
        }
        if (definition.operator() == ADD || definition.operator() == SUBTRACT) {
            return sum(definition, definition.operand(0), definition.operand(1));
        }
        return definition;
    }

    private Definition product(Definition definition, Operand a, Operand b) {
        if (a instanceof Literal literal) {
            return multiple(definition, literal.number(), b);
        }
        if (b instanceof Literal literal) {
            return multiple(definition, literal.number(), a);
        }
        double scale = loose(a) * loose(b);
        if (loose(a) == 1 && loose(b) == 1 || Math.abs(scale) < 1) {
            return definition;
        }
        return scale == 1
                ? with(definition, MULTIPLY, left(a), left(b))
                : scaled(definition, scale, extra(definition, MULTIPLY, left(a), left(b)));
    }

    /** A multiple of a multiple is one, however often the inner one is read: that adds no operation. */
    private Definition multiple(Definition definition, double factor, Operand operand) {
        double inner = scale(operand);
        return inner != 1 && isMovable(inner) && isMovable(factor)
                ? with(definition, MULTIPLY, Literal.of(factor * inner), inside(operand))
                : definition;
    }

    private Definition sum(Definition definition, Operand a, Operand b) {
        double scale = loose(a);
        boolean opposite = loose(b) == -scale;
        if (Math.abs(scale) <= 1 || loose(b) != scale && !opposite) {
            return definition;
        }
        boolean difference = opposite != (definition.operator() == SUBTRACT);
        return scaled(definition, scale, extra(definition, difference ? SUBTRACT : ADD, left(a), left(b)));
    }

    private static Definition scaled(Definition definition, double scale, Operand operand) {
        return scale == -1 ? with(definition, NEGATE, operand) : with(definition, MULTIPLY, Literal.of(scale), operand);
    }

    /** The factor that may leave the operand: that of a multiple which is read once, or the sign; else 1. */
    private double loose(Operand operand) {
        double scale = scale(operand);
        return scale == -1 || isMovable(scale) && !uses.isShared(operand) ? scale : 1;
    }

    private double scale(Operand operand) {
        Definition made = definitionOf(operand);
        if (made == null) {
            return 1;
        }
        boolean multiple = made.operator() == MULTIPLY && made.operand(0) instanceof Literal;
        return multiple ? ((Literal) made.operand(0)).number() : made.operator() == NEGATE ? -1 : 1;
    }

    /** What is left of the operand when its factor has gone outward. */
    private Operand left(Operand operand) {
        return loose(operand) == 1 ? operand : inside(operand);
    }

    /** What the operand is a multiple of. */
    private Operand inside(Operand operand) {
        List<Operand> factors = requireNonNull(definitionOf(operand)).operands();
        return factors.get(factors.size() - 1);
    }

    private static boolean isMovable(double scale) {
        return Math.abs(scale) >= 1 / LARGEST && Math.abs(scale) <= LARGEST;
    }
}
