package dev.adjc.simplify;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Program;
import dev.adjc.ir.Renaming;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.operator.Operator;
import dev.adjc.operator.Operator.Trait;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes nothing twice: an operator applied to the same operands, under the same guard or one around it, is read from
 * where it was computed first. What the indices are called does not matter: {@code exp(x[j])} over all {@code j} is
 * {@code exp(x[i])} over all {@code i}, and a sum over all {@code l} is the same sum over all {@code k}. What must hold is
 * likewise asked for once.
 */
public final class Share extends Rewriter {
    private final Map<Key, Access> known = new HashMap<>();
    private final Set<Asked> asked = new HashSet<>();

    /** What is computed, each index called by the position of its axis; of a sum, the places that it is for as well. */
    private record Key(Combine combine, List<Index> places, Operator operator, List<Operand> operands, Domain domain) {}

    /** What must hold, each index called by the position of its axis. */
    private record Asked(Operand condition, Domain domain) {}

    private Share(Program program) {
        super(program);
    }

    public static Program apply(Program program) {
        return new Share(program).run();
    }

    @Override
    void rewrite(Definition definition) {
        if (!isOnly(definition) || !isEverywhere(definition)) {
            keep(definition);
            return;
        }
        Renaming positions = positions(definition.domain());
        Definition renamed = positions.of(definition);
        List<Operand> operands = ordered(renamed);
        Guard guard = renamed.guard();
        while (true) {
            Access same = known.get(key(renamed, operands, guard));
            if (same != null) {
                replace(definition, positions.back().of(same));
                return;
            }
            if (guard.isAlways() || definition.combine() != Combine.SET) {
                break;
            }
            guard = guard.outer();
        }
        known.put(key(renamed, operands, renamed.guard()), renamed.target());
        keep(definition);
    }

    /** What has been asked for, under the same guard or one around it, holds. */
    @Override
    boolean keeps(Requirement requirement) {
        Step renamed = positions(requirement.domain()).of(requirement);
        Operand condition = ((Requirement) renamed).condition();
        Domain domain = renamed.domain();
        boolean known = asked.contains(new Asked(condition, domain));
        for (Guard guard = domain.guard(); !known && !guard.isAlways(); guard = guard.outer()) {
            known = asked.contains(new Asked(condition, domain.with(guard.outer())));
        }
        return !known && asked.add(new Asked(condition, domain));
    }

    /** Whether all elements that are read are given here; of sums, those to which nothing is added are read as well. */
    private static boolean isEverywhere(Definition definition) {
        return definition.combine() == Combine.SET || definition.value().isPrimal() && definition.reachesAll();
    }

    private static Key key(Definition definition, List<Operand> operands, Guard guard) {
        List<Index> places = definition.combine() == Combine.SET
                ? List.of()
                : definition.target().at();
        Domain domain = definition.domain().with(guard);
        return new Key(definition.combine(), places, definition.operator(), operands, domain);
    }

    /** Calls each index by its position; loops keep their names, which tell them apart. */
    private static Renaming positions(Domain domain) {
        Renaming positions = new Renaming();
        List<Axis> axes = domain.axes();
        for (int i = 0; i < axes.size(); i++) {
            if (!axes.get(i).isSequential()) {
                positions.put(axes.get(i).symbol(), new Symbol("", i));
            }
        }
        return positions;
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
