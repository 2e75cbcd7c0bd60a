package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Choices;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.LogisticFunctions;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import dev.adjc.operator.SpecialFunctions;
import dev.adjc.operator.Trigonometry;
import java.util.Set;

/**
 * Uses that a value cannot be negative or -0: the slope of a logarithm is then {@code 1 / x}, and {@code abs(x)} is
 * {@code x}. Squares, exponentials and their like are never negative, nor are sums, products and quotients of such; what a
 * {@code require} or a branch demands to be positive is so from there on.
 */
public final class Signs extends Rewriter {
    private static final Set<Operator> NEVER_NEGATIVE = Set.of(
            Choices.ABS,
            Trigonometry.COSH,
            SpecialFunctions.ERFC,
            Exponentials.EXP,
            Exponentials.EXP2,
            Exponentials.HYPOT,
            SpecialFunctions.NORMCDF,
            SpecialFunctions.NORMPDF,
            Choices.RELU,
            LogisticFunctions.LOGISTIC_TAIL,
            LogisticFunctions.SIGMOID,
            LogisticFunctions.SIGMOID_OF_TAIL,
            LogisticFunctions.SOFTPLUS,
            Choices.STEP);

    /** Not negative if all operands are not. */
    private static final Set<Operator> KEEPING = Set.of(
            Operators.ADD,
            Operators.COPY,
            Operators.DIVIDE,
            Choices.FMA,
            Choices.MAX,
            Choices.MIN,
            Operators.MULTIPLY,
            Exponentials.POWER,
            Exponentials.RECIPROCAL_POWER,
            Exponentials.SQRT,
            Choices.STOP_GRADIENT);

    private final ValueMap<Boolean> positive = new ValueMap<>();

    private Signs(Program program) {
        super(program);
    }

    public static Program apply(Program program) {
        return new Signs(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        Operand operand = definition.operand(0);
        Operator operator = definition.operator();
        boolean known = isPositive(operand, definition.guard());
        if (operator == Exponentials.LOG_DX && known) {
            keep(with(definition, Operators.DIVIDE, Literal.ONE, operand));
        } else if (operator == Choices.ABS && known) {
            keep(with(definition, Operators.COPY, operand));
        } else {
            keep(definition);
        }
        if (definition.combine() == Combine.SET && isOnly(definition) && givesPositive(definition)) {
            positive.put(definition.value(), true);
        }
    }

    @Override
    boolean keeps(Requirement requirement) {
        if (requirement.domain().equals(Domain.POINT)) {
            believe(requirement.condition());
        }
        return true;
    }

    private boolean givesPositive(Definition definition) {
        Operator operator = definition.operator();
        boolean square = operator == Operators.MULTIPLY && definition.operand(0).equals(definition.operand(1))
                || operator == Exponentials.POWER
                        && definition.operand(1) instanceof Literal exponent
                        && exponent.number() % 2 == 0;
        return square
                || NEVER_NEGATIVE.contains(operator)
                || KEEPING.contains(operator)
                        && definition.operands().stream().allMatch(operand -> isPositive(operand, definition.guard()));
    }

    /** Whether the operand is positive, +0 or NaN where the guard holds. */
    private boolean isPositive(Operand operand, Guard guard) {
        if (operand instanceof Literal literal) {
            return literal.number() > 0 || operand.isLiteral(0);
        }
        if (!(operand instanceof Access access)) {
            return false;
        }
        if (positive.containsKey(access.value())) {
            return true;
        }
        for (Guard around = guard; !around.isAlways(); around = around.outer()) {
            if (around.expected() && says(around.condition(), access)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the condition, where it holds, says that the element is positive. */
    private boolean says(Operand condition, Access access) {
        Definition made = definitionOf(condition);
        if (made == null) {
            return false;
        }
        if (made.operator() == Operators.AND) {
            return says(made.operand(0), access) || says(made.operand(1), access);
        }
        return comparedAbove(made).equals(access);
    }

    /** Takes note of what holds from here on. */
    private void believe(Operand condition) {
        Definition made = definitionOf(condition);
        if (made == null) {
            return;
        }
        if (made.operator() == Operators.AND) {
            believe(made.operand(0));
            believe(made.operand(1));
        } else if (comparedAbove(made) instanceof Access access) {
            positive.put(access.value(), true);
        }
    }

    /** What a comparison says to be greater than a number that is not negative; a literal if it says no such thing. */
    private static Operand comparedAbove(Definition comparison) {
        if (comparison.operator() == Operators.GREATER && isBound(comparison.operand(1))) {
            return comparison.operand(0);
        }
        if (comparison.operator() == Operators.LESS && isBound(comparison.operand(0))) {
            return comparison.operand(1);
        }
        return Literal.ZERO;
    }

    private static boolean isBound(Operand operand) {
        return operand instanceof Literal literal && literal.number() >= 0;
    }
}
