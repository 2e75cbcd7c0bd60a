package dev.adjc.simplify;

import dev.adjc.ir.Definition;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.operator.Exponentials;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns powers with an integer literal as exponent into multiplications, by repeated squaring from the exponent's low bit:
 * {@code x^5} becomes {@code x * (x^2)^2}, {@code x^-2} becomes {@code 1 / x^2}.
 */
public final class Powers extends Rewriter {
    private Powers(Program program) {
        super(program);
    }

    public static Program apply(Program program) {
        return new Powers(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        Operator operator = definition.operator();
        if (operator == Exponentials.POWER) {
            expand(definition, false);
        } else if (operator == Exponentials.RECIPROCAL_POWER) {
            expand(definition, true);
        } else {
            keep(definition);
        }
    }

    private void expand(Definition definition, boolean reciprocal) {
        Operand square = definition.operand(0);
        double rest = ((Literal) definition.operand(1)).number();
        List<Operand> factors = new ArrayList<>();
        while (true) {
            double half = Math.floor(0.5 * rest);
            if (half + half != rest) {
                factors.add(square);
            }
            if (half == 0) {
                break;
            }
            boolean last = half == 1 && factors.isEmpty() && !reciprocal;
            if (last) {
                keep(with(definition, Operators.MULTIPLY, square, square));
                return;
            }
            square = extra(definition, Operators.MULTIPLY, square, square);
            rest = half;
        }
        Operand power = factors.get(0);
        for (int i = 1; i < factors.size(); i++) {
            if (i + 1 == factors.size() && !reciprocal) {
                keep(with(definition, Operators.MULTIPLY, power, factors.get(i)));
                return;
            }
            power = extra(definition, Operators.MULTIPLY, power, factors.get(i));
        }
        keep(
                reciprocal
                        ? with(definition, Operators.DIVIDE, Literal.ONE, power)
                        : with(definition, Operators.COPY, power));
    }
}
