package dev.adjc.loop;

import dev.adjc.ir.Access;
import dev.adjc.ir.Axis;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Domain;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.IndexNumber;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the axes of a step other names, so that steps in one nest speak of its place by one symbol. */
final class Renaming {
    private final Map<Index.Atom, Index> names = new HashMap<>();
    private final Map<Symbol, Symbol> symbols = new HashMap<>();

    void put(Symbol old, Symbol name) {
        names.put(old, Index.of(name));
        symbols.put(old, name);
    }

    Step of(Step step) {
        return step.match(this::definition, this::requirement);
    }

    private Optional<Index> replacement(Index.Atom atom) {
        return Optional.ofNullable(names.get(atom));
    }

    private Step definition(Definition definition) {
        List<Operand> operands = new ArrayList<>();
        definition.operands().forEach(operand -> operands.add(operand(operand)));
        return new Definition(
                definition.target().replace(this::replacement),
                domain(definition.domain()),
                definition.combine(),
                definition.operator(),
                operands,
                definition.origin());
    }

    private Step requirement(Requirement requirement) {
        List<Requirement.Shown> shown = new ArrayList<>();
        requirement.shown().forEach(one -> shown.add(one.with(operand(one.operand()))));
        return new Requirement(
                domain(requirement.domain()),
                operand(requirement.condition()),
                requirement.message(),
                shown,
                requirement.origin());
    }

    private Operand operand(Operand operand) {
        if (operand instanceof Access access) {
            return access.replace(this::replacement);
        }
        return operand instanceof IndexNumber number
                ? new IndexNumber(number.index().replace(this::replacement))
                : operand;
    }

    private Domain domain(Domain domain) {
        List<Axis> axes = new ArrayList<>();
        for (Axis axis : domain.axes()) {
            Axis moved = axis.replace(this::replacement);
            axes.add(new Axis(
                    symbols.getOrDefault(axis.symbol(), axis.symbol()), moved.from(), moved.to(), axis.order()));
        }
        return new Domain(axes, guard(domain.guard()));
    }

    private Guard guard(Guard guard) {
        return guard.isAlways()
                ? guard
                : guard(guard.outer()).and(guard.condition().replace(this::replacement), guard.expected());
    }
}
