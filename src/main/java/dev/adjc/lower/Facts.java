package dev.adjc.lower;

import dev.adjc.ir.Access;
import dev.adjc.ir.Bounds;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operators;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the conditions of a guard say of places and sizes: {@code x[i - 1]} needs no check in {@code if i == 0 then 0 else
 * x[i - 1]}.
 */
final class Facts {
    private final Steps steps;
    private final Domain domain;
    private final List<Index> never = new ArrayList<>();

    private Facts(Steps steps, Domain domain) {
        this.steps = steps;
        this.domain = domain;
    }

    /** The bounds while the axes run and the guard holds. */
    static Bounds bounds(Steps steps, Domain domain) {
        Facts facts = new Facts(steps, domain);
        Guard guard = domain.guard();
        for (int depth = 1; depth <= guard.depth(); depth++) {
            facts.learn(guard.at(depth).condition(), guard.at(depth).expected());
        }
        return facts.bounds();
    }

    /** The integer that an operand is, if it is one for sure. */
    static Optional<Index> whole(Operand operand) {
        if (operand instanceof IndexNumber number) {
            return Optional.of(number.index());
        }
        boolean whole = operand instanceof Literal literal
                && literal.number() == (int) literal.number()
                && !literal.equals(Literal.of(-0.0));
        return whole ? Optional.of(Index.of((int) ((Literal) operand).number())) : Optional.empty();
    }

    private Bounds bounds() {
        return Bounds.of(domain.axes()).where(never);
    }

    private void learn(Operand condition, boolean holds) {
        Optional<Definition> definition =
                condition instanceof Access access ? steps.conditionOf(access) : Optional.empty();
        if (definition.isEmpty()) {
            return;
        }
        Operator relation = definition.get().operator();
        List<Operand> sides = definition.get().operands();
        if (relation == Operators.NOT) {
            learn(sides.get(0), !holds);
        } else if (relation == (holds ? Operators.AND : Operators.OR)) {
            sides.forEach(side -> learn(side, holds));
        } else if (sides.size() == 2) {
            whole(sides.get(0))
                    .ifPresent(left ->
                            whole(sides.get(1)).ifPresent(right -> compare(relation, left.minus(right), holds)));
        }
    }

    /** Learns of a difference that compares with 0 so, or does not. */
    private void compare(Operator relation, Index difference, boolean holds) {
        Index opposite = difference.times(-1);
        if (relation == Operators.LESS) {
            never.add(holds ? opposite.plus(-1) : difference);
        } else if (relation == Operators.LESS_OR_EQUAL) {
            never.add(holds ? opposite : difference.plus(-1));
        } else if (relation == Operators.GREATER) {
            never.add(holds ? difference.plus(-1) : opposite);
        } else if (relation == Operators.GREATER_OR_EQUAL) {
            never.add(holds ? difference : opposite.plus(-1));
        } else if (relation == (holds ? Operators.EQUAL : Operators.UNEQUAL)) {
            never.add(difference);
            never.add(opposite);
        } else if (relation == (holds ? Operators.UNEQUAL : Operators.EQUAL)) {
            differ(difference);
        }
    }

    /** What is not 0 is at least 1, if it cannot be negative. */
    private void differ(Index difference) {
        for (Index one : List.of(difference, difference.times(-1))) {
            if (bounds().isNeverNegative(one)) {
                never.add(one.plus(-1));
            }
        }
    }
}
