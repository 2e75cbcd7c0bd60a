package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Trait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes nothing twice: an operator applied to the same operands, under the same guard or one around it, is read from
 * where it was computed first.
 */
public final class Share extends Rewriter {
    private final Map<Key, Access> known = new HashMap<>();

    private record Key(Operator operator, List<Operand> operands, Domain domain) {}

    private Share(Program program) {
        super(program);
    }

    public static Program apply(Program program) {
        return new Share(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        if (definition.combine() != Combine.SET || !isOnly(definition)) {
            keep(definition);
            return;
        }
        List<Operand> operands = ordered(definition);
        Guard guard = definition.guard();
        while (true) {
            Access same = known.get(
                    new Key(definition.operator(), operands, definition.domain().with(guard)));
            if (same != null) {
                replace(definition, same);
                return;
            }
            if (guard.isAlways()) {
                break;
            }
            guard = guard.outer();
        }
        known.put(new Key(definition.operator(), operands, definition.domain()), definition.target());
        keep(definition);
    }

    /** The operands, in an order of their own where the operator does not mind. */
    private static List<Operand> ordered(Definition definition) {
        List<Operand> operands = definition.operands();
        boolean turned = definition.operator().is(Trait.COMMUTATIVE)
                && operands.get(0) instanceof Access a
                && (!(operands.get(1) instanceof Access b) || a.value().compareTo(b.value()) > 0);
        return turned ? List.of(operands.get(1), operands.get(0)) : operands;
    }
}
