package dev.adjc.simplify;

import static dev.adjc.operator.Operators.ADD;
import static dev.adjc.operator.Operators.AND;
import static dev.adjc.operator.Operators.COPY;
import static dev.adjc.operator.Operators.DIVIDE;
import static dev.adjc.operator.Operators.MULTIPLY;
import static dev.adjc.operator.Operators.NEGATE;
import static dev.adjc.operator.Operators.NOT;
import static dev.adjc.operator.Operators.OR;
import static dev.adjc.operator.Operators.SUBTRACT;
import static dev.adjc.operator.Operators.UNLESS_ZERO;

import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.operator.Operator;

/**
 * Algebraic identities that keep every bit of a value, signed zeros and infinities included: {@code x * 1}, {@code x - 0},
 * {@code x + (-y)}, {@code -(-x)}, {@code x / 8}. In a derivative also {@code x + 0} and {@code 0 * x}, which may change
 * the sign of a zero there.
 */
public final class Identities extends Rewriter {
    private final Uses uses;

    private Identities(Program program) {
        super(program);
        this.uses = Uses.of(program);
    }

    public static Program apply(Program program) {
        return new Identities(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        Definition shorter = definition;
        Definition before;
        do {
            before = shorter;
            shorter = shorten(before);
        } while (shorter != before);
        boolean alias = shorter.operator() == COPY && shorter.combine() == Combine.SET && isOnly(shorter);
        if (alias && !waitsForName(shorter)) {
            replace(shorter, shorter.operand(0));
        } else {
            keep(shorter);
        }
    }

    /** Whether a named value is a copy of an unnamed one: {@link Coalesce} will give the name to that. */
    private boolean waitsForName(Definition copy) {
        Definition original = definitionOf(copy.operand(0));
        return !copy.value().isUnnamed()
                && original != null
                && original.value().isUnnamed()
                && original.domain().equals(copy.domain())
                && original.value().isPrimal() == copy.value().isPrimal();
    }

    private Definition shorten(Definition definition) {
        Operator operator = definition.operator();
        if (operator == ADD) {
            return sum(definition, definition.operand(0), definition.operand(1));
        }
        if (operator == SUBTRACT) {
            return difference(definition, definition.operand(0), definition.operand(1));
        }
        if (operator == MULTIPLY) {
            return product(definition, definition.operand(0), definition.operand(1));
        }
        if (operator == DIVIDE) {
            return quotient(definition, definition.operand(0), definition.operand(1));
        }
        if (operator == NEGATE) {
            return negation(definition, definition.operand(0));
        }
        if (operator == NOT && isMadeBy(definition.operand(0), NOT)) {
            return with(definition, COPY, inside(definition.operand(0)));
        }
        if (operator == AND && definition.operand(0).isLiteral(1)
                || operator == OR && definition.operand(0).isLiteral(0)) {
            return with(definition, COPY, definition.operand(1));
        }
        if (operator == AND && definition.operand(1).isLiteral(1)
                || operator == OR && definition.operand(1).isLiteral(0)) {
            return with(definition, COPY, definition.operand(0));
        }
        if (operator == UNLESS_ZERO) {
            return unlessZero(definition, definition.operand(0), definition.operand(1));
        }
        return definition;
    }

    /** There is nothing to test for in a multiple of what is tested; a sign that serves the test alone goes. */
    private Definition unlessZero(Definition definition, Operand tested, Operand passed) {
        boolean multiple = passed.equals(tested)
                || isMadeBy(passed, NEGATE) && inside(passed).equals(tested)
                || scale(passed) != 0
                        && Double.isFinite(scale(passed))
                        && factor(passed).equals(tested);
        if (isNonzero(tested) || multiple) {
            return with(definition, COPY, passed);
        }
        boolean signForTest = isMadeBy(tested, NEGATE) && !uses.isShared(tested);
        return signForTest ? with(definition, UNLESS_ZERO, inside(tested), passed) : definition;
    }

    private Definition sum(Definition definition, Operand a, Operand b) {
        if (isAbsent(definition, b)) {
            return with(definition, COPY, a);
        }
        if (isAbsent(definition, a)) {
            return with(definition, COPY, b);
        }
        if (isMadeBy(b, NEGATE)) {
            return with(definition, SUBTRACT, a, inside(b));
        }
        if (isMadeBy(a, NEGATE)) {
            return with(definition, SUBTRACT, b, inside(a));
        }
        if (b instanceof Literal literal && literal.number() < 0) {
            return with(definition, SUBTRACT, a, Literal.of(-literal.number()));
        }
        if (scale(b) < 0 && !uses.isShared(b)) {
            return with(definition, SUBTRACT, a, scaled(definition, -scale(b), b));
        }
        if (!definition.value().isPrimal() && a.equals(b)) {
            return with(definition, MULTIPLY, Literal.of(2), a);
        }
        return definition;
    }

    private Definition difference(Definition definition, Operand a, Operand b) {
        if (b.isLiteral(0) || !definition.value().isPrimal() && b.isLiteral(-0.0)) {
            return with(definition, COPY, a);
        }
        if (a.isLiteral(-0.0) || !definition.value().isPrimal() && a.isLiteral(0)) {
            return with(definition, NEGATE, b);
        }
        if (isMadeBy(b, NEGATE)) {
            return with(definition, ADD, a, inside(b));
        }
        if (scale(b) < 0 && !uses.isShared(b)) {
            return with(definition, ADD, a, scaled(definition, -scale(b), b));
        }
        return definition;
    }

    private Definition product(Definition definition, Operand a, Operand b) {
        if (a instanceof Literal literal) {
            return product(definition, literal.number(), b);
        }
        if (b instanceof Literal literal) {
            Definition shorter = product(definition, literal.number(), a);
            return shorter == definition && !definition.value().isPrimal() ? with(definition, MULTIPLY, b, a) : shorter;
        }
        if (!definition.value().isPrimal() && isReciprocal(a) && !uses.isShared(a)) {
            return with(definition, DIVIDE, b, factor(a));
        }
        boolean negatedA = isMadeBy(a, NEGATE);
        boolean negatedB = isMadeBy(b, NEGATE);
        return negatedA && negatedB ? with(definition, MULTIPLY, inside(a), inside(b)) : definition;
    }

    private Definition product(Definition definition, double factor, Operand other) {
        if (factor == 1) {
            return with(definition, COPY, other);
        }
        if (factor == -1) {
            return with(definition, NEGATE, other);
        }
        if (isMadeBy(other, NEGATE)) {
            return with(definition, MULTIPLY, Literal.of(-factor), inside(other));
        }
        return definition;
    }

    /** Division by a power of two is multiplication by its reciprocal, to the bit, where that is a normal number. */
    private Definition quotient(Definition definition, Operand a, Operand b) {
        if (isMadeBy(a, NEGATE) && isMadeBy(b, NEGATE)) {
            return with(definition, DIVIDE, inside(a), inside(b));
        }
        if (b.isLiteral(1)) {
            return with(definition, COPY, a);
        }
        if (b.isLiteral(-1)) {
            return with(definition, NEGATE, a);
        }
        if (b instanceof Literal divisor && !(a instanceof Literal) && isPowerOfTwo(divisor.number())) {
            return with(definition, MULTIPLY, a, Literal.of(1 / divisor.number()));
        }
        return definition;
    }

    private Definition negation(Definition definition, Operand a) {
        Definition made = definitionOf(a);
        if (made == null) {
            return definition;
        }
        if (made.operator() == NEGATE) {
            return with(definition, COPY, made.operand(0));
        }
        if (uses.isShared(a)) {
            return definition;
        }
        if (made.operator() == MULTIPLY && made.operand(0) instanceof Literal factor) {
            return with(definition, MULTIPLY, Literal.of(-factor.number()), made.operand(1));
        }
        if (made.operator() == DIVIDE && made.operand(0) instanceof Literal numerator) {
            return with(definition, DIVIDE, Literal.of(-numerator.number()), made.operand(1));
        }
        if (made.operator() == SUBTRACT && !definition.value().isPrimal()) {
            return with(definition, SUBTRACT, made.operand(1), made.operand(0));
        }
        return definition;
    }

    /** The literal that the operand is a multiple of, 0 if there is none. */
    private double scale(Operand operand) {
        Definition made = definitionOf(operand);
        return made != null && made.operator() == MULTIPLY && made.operand(0) instanceof Literal literal
                ? literal.number()
                : 0;
    }

    private boolean isReciprocal(Operand operand) {
        Definition made = definitionOf(operand);
        return made != null && made.operator() == DIVIDE && made.operand(0).isLiteral(1);
    }

    /** What the operand is a multiple of. */
    private Operand factor(Operand operand) {
        Definition made = definitionOf(operand);
        return made == null ? operand : made.operand(1);
    }

    /** The operand with another literal in place of its own. */
    private Operand scaled(Definition definition, double scale, Operand operand) {
        return scale == 1 ? factor(operand) : extra(definition, MULTIPLY, Literal.of(scale), factor(operand));
    }

    private Operand inside(Operand operand) {
        Definition made = definitionOf(operand);
        return made == null ? operand : made.operand(0);
    }

    /** Whether a term changes nothing in a sum: -0 in a value, any zero in a derivative. */
    private static boolean isAbsent(Definition definition, Operand term) {
        return term.isLiteral(-0.0) || term.isLiteral(0) && !definition.value().isPrimal();
    }

    private static boolean isNonzero(Operand operand) {
        return operand instanceof Literal literal && literal.number() != 0;
    }

    private static boolean isPowerOfTwo(double number) {
        double magnitude = Math.abs(number);
        int exponent = Math.getExponent(magnitude);
        return exponent > Double.MIN_EXPONENT
                && exponent < Double.MAX_EXPONENT
                && magnitude == Math.scalb(1.0, exponent);
    }
}
