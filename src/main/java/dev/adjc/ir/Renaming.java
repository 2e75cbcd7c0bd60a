package dev.adjc.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the axes of a step other names: what two steps do along axes is compared, or joined, under one name for each. */
public final class Renaming {
    private final Map<Index.Atom, Index> names = new HashMap<>();
    private final Map<Symbol, Symbol> symbols = new HashMap<>();

    public void put(Symbol old, Symbol name) {
        names.put(old, Index.of(name));
        symbols.put(old, name);
    }

    /** The names as they were before. */
    public Renaming back() {
        Renaming back = new Renaming();
        symbols.forEach((from, to) -> back.put(to, from));
        return back;
    }

    public Step of(Step step) {
        return step.match(this::of, this::of);
    }

    public Access of(Access access) {
        return access.replace(this::replacement);
    }

    public Definition of(Definition definition) {
        List<Operand> operands = new ArrayList<>();
        definition.operands().forEach(operand -> operands.add(operand.replace(this::replacement)));
        return new Definition(
                of(definition.target()),
                domain(definition.domain()),
                definition.combine(),
                definition.operator(),
                operands,
                definition.origin());
    }

    private Requirement of(Requirement requirement) {
        List<Requirement.Shown> shown = new ArrayList<>();
        requirement.shown().forEach(one -> shown.add(one.with(one.operand().replace(this::replacement))));
        return new Requirement(
                domain(requirement.domain()),
                requirement.condition().replace(this::replacement),
                requirement.message(),
                shown,
                requirement.origin());
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
        return guard.isAlways() ? guard : guard(guard.outer()).and(of(guard.condition()), guard.expected());
    }

    private Optional<Index> replacement(Index.Atom atom) {
        return Optional.ofNullable(names.get(atom));
    }
}
