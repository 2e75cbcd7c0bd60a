package dev.adjc.operator;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression over the arguments of an operator and its result: how the table writes a partial derivative.
 *
 * <p>{@code ONE.plus(RESULT.times(RESULT))} is the partial of the tangent. Nothing of the intermediate representation is
 * known here; whoever needs the partial evaluates the formula or builds its definitions.
 */
public sealed interface Formula extends Partial {

    /** The operator's argument at a position counted from 0. */
    record Argument(int position) implements Formula {
        @Override
        public String toString() {
            return position < 3 ? "xyz".substring(position, position + 1) : "x" + position;
        }
    }

    /** What the operator gave for these arguments. */
    record Result() implements Formula {
        @Override
        public String toString() {
            return "r";
        }
    }

    /** A fixed number. */
    record Constant(double number) implements Formula {
        @Override
        public String toString() {
            return number == Math.rint(number) && Math.abs(number) < 1e6
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
    }

    /** An operator of the table, applied. */
    record Apply(Operator operator, List<Formula> operands) implements Formula {
        @Override
        public String toString() {
            return operator.print(operands.stream()
                    .map(operand ->
                            operand instanceof Apply inner && inner.operator.spelling() instanceof Spelling.Infix
                                    ? "(" + operand + ")"
                                    : operand.toString())
                    .collect(Collectors.toList()));
        }
    }

    Formula X = new Argument(0);
    Formula Y = new Argument(1);
    Formula Z = new Argument(2);
    Formula RESULT = new Result();
    Formula ZERO = new Constant(0);
    Formula ONE = new Constant(1);
    Formula MINUS_ONE = new Constant(-1);

    static Formula number(double number) {
        return new Constant(number);
    }

    /** The operator applied to these operands. */
    static Formula apply(Operator operator, Formula... operands) {
        return new Apply(operator, List.of(operands));
    }

    default Formula plus(Formula other) {
        return apply(Operators.ADD, this, other);
    }

    default Formula minus(Formula other) {
        return apply(Operators.SUBTRACT, this, other);
    }

    default Formula times(Formula other) {
        return apply(Operators.MULTIPLY, this, other);
    }

    default Formula over(Formula other) {
        return apply(Operators.DIVIDE, this, other);
    }

    default Formula negated() {
        return apply(Operators.NEGATE, this);
    }

    /** The number that the formula gives for these arguments and this result. */
    default double evaluate(double[] arguments, double result) {
        if (this instanceof Argument argument) {
            return arguments[argument.position];
        }
        if (this instanceof Constant constant) {
            return constant.number;
        }
        if (this instanceof Apply apply) {
            double[] operands = new double[apply.operands.size()];
            for (int i = 0; i < operands.length; i++) {
                operands[i] = apply.operands.get(i).evaluate(arguments, result);
            }
            return apply.operator.evaluate(operands);
        }
        return result;
    }

    @Override
    default Cost cost() {
        if (this instanceof Apply apply) {
            Cost sum = apply.operator.cost();
            for (Formula operand : apply.operands) {
                sum = sum.plus(operand.cost());
            }
            return sum;
        }
        return Cost.NONE;
    }
}
