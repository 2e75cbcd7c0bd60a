package dev.adjc.ir;

import dev.adjc.operator.Operator;
import java.util.List;

/**
 * For every point of the domain: {@code target = operator(operands)}, or {@code target += operator(operands)}.
 *
 * <p>Printed {@code z4 = pow(z3, a)} and {@code x1_bar += t3 * z1_bar   if c}.
 */
public record Definition(
        Value target, Domain domain, Combine combine, Operator operator, List<Operand> operands, Origin origin)
        implements Step {

    public Definition {
        operands = List.copyOf(operands);
    }

    public Guard guard() {
        return domain.guard();
    }

    /** The same under another guard. */
    public Definition where(Guard guard) {
        return new Definition(target, domain.with(guard), combine, operator, operands, origin);
    }

    public Operand operand(int position) {
        return operands.get(position);
    }
}
