package dev.adjc.simplify;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Guard;
import dev.adjc.ir.Index;
import dev.adjc.ir.Literal;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Output;
import dev.adjc.ir.Program;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Symbol;
import dev.adjc.ir.Value;
import dev.adjc.ir.ValueMap;
import dev.adjc.operator.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a program once, from first to last step, and lets a pass say what each definition becomes.
 *
 * <p>A pass may replace a value by an operand; later steps, guards and outputs then read that. Steps whose guard cannot
 * hold any more are left out.
 */
abstract class Rewriter {
    private final Program program;
    private final List<Step> steps = new ArrayList<>();
    private final ValueMap<Replacement> replaced = new ValueMap<>();
    private final ValueMap<Integer> definitions = new ValueMap<>();
    private final ValueMap<Definition> defined = new ValueMap<>();
    private final Map<Guard, Guard> guards = new HashMap<>();

    /** Stands for a guard that does not hold on any path. */
    private static final Guard NEVER = Guard.ALWAYS.and(Guard.ALWAYS.condition(), false);

    /** What is read instead of an element: the operand, which speaks of the symbols that stand in the target's places. */
    private record Replacement(Access target, Operand operand) {
        Operand of(Access access) {
            if (access.at().equals(target.at()) || operand instanceof Literal) {
                return operand;
            }
            Map<Index.Atom, Index> places = new HashMap<>();
            for (int i = 0; i < access.at().size(); i++) {
                Index formal = target.at().get(i);
                Index.Atom symbol = symbolOf(formal).orElseThrow();
                places.put(symbol, access.at().get(i).minus(formal).plus(Index.of(symbol)));
            }
            return operand.replace(atom -> Optional.ofNullable(places.get(atom)));
        }
    }

    Rewriter(Program program) {
        this.program = program;
        for (Step step : program.steps()) {
            if (step instanceof Definition definition) {
                definitions.put(definition.value(), definitions.getOrDefault(definition.value(), 0) + 1);
            }
        }
    }

    /** What the definition, with its operands up to date, becomes: calls {@link #keep} or {@link #replace}, or neither. */
    abstract void rewrite(Definition definition);

    /** Takes notice of a requirement, and says whether it is kept. */
    boolean keeps(Requirement requirement) {
        return true;
    }

    final Program run() {
        for (Step step : program.steps()) {
            Guard guard = guard(step.domain().guard());
            if (guard != NEVER) {
                step.match(definition -> update(definition, guard), requirement -> update(requirement, guard));
            } else if (step instanceof Definition definition) {
                leaveOut(definition);
            }
        }
        List<Output> outputs = new ArrayList<>();
        for (Output output : program.outputs()) {
            outputs.add(output.with(current(output.operand())));
        }
        return program.with(steps, outputs);
    }

    final Program program() {
        return program;
    }

    /** Whether nothing else gives the value any element, so that each read of one may be replaced. */
    final boolean isOnly(Definition definition) {
        return requireNonNull(definitions.get(definition.value())) == 1
                && definition.target().at().stream()
                        .allMatch(place -> symbolOf(place).isPresent());
    }

    /** The symbol of a place that is an axis, or counted from another number than the axis. */
    private static Optional<Symbol> symbolOf(Index place) {
        List<Symbol> symbols = new ArrayList<>();
        for (Index.Atom atom : place.atoms()) {
            if (atom instanceof Symbol symbol && place.coefficient(symbol) == 1) {
                symbols.add(symbol);
            }
        }
        return symbols.size() == 1 && !place.minus(Index.of(symbols.get(0))).mentions(symbols.get(0))
                ? Optional.of(symbols.get(0))
                : Optional.empty();
    }

    /** The one definition that made the operand, where it is read at the place that the definition speaks of. */
    final @Nullable Definition definitionOf(Operand operand) {
        if (!(operand instanceof Access access)) {
            return null;
        }
        Definition definition = defined.get(access.value());
        return definition != null && (access.isScalar() || definition.target().equals(access)) ? definition : null;
    }

    /** The operator and operands that made the operand, if it was made by this operator. */
    final boolean isMadeBy(Operand operand, Operator operator) {
        Definition definition = definitionOf(operand);
        return definition != null && definition.operator() == operator;
    }

    /** Leaves the definition where it is. */
    final void keep(Definition definition) {
        steps.add(definition);
        if (definition.combine() == Combine.SET && definitions.getOrDefault(definition.value(), 1) == 1) {
            defined.put(definition.value(), definition);
        }
    }

    /** Puts one more definition before the present one, and gives what it computes. */
    final Operand extra(Definition present, Operator operator, Operand... operands) {
        Value.Role role = present.value().isPrimal() ? Value.Role.TEMPORARY : Value.Role.PARTIAL;
        Access target = program.values().real(operator.localName(), role, present.domain());
        keep(new Definition(target, present.domain(), Combine.SET, operator, List.of(operands), present.origin()));
        return target;
    }

    /** Lets later steps read the operand instead of the definition's target. */
    final void replace(Definition definition, Operand operand) {
        replaced.put(definition.value(), new Replacement(definition.target(), operand));
    }

    /** The same definition with another right-hand side. */
    static Definition with(Definition definition, Operator operator, Operand... operands) {
        return new Definition(
                definition.target(),
                definition.domain(),
                definition.combine(),
                operator,
                List.of(operands),
                definition.origin());
    }

    /** What nothing is added to any more is 0. */
    private void leaveOut(Definition definition) {
        Value target = definition.value();
        int left = definitions.getOrDefault(target, 1) - 1;
        definitions.put(target, left);
        if (left == 0 && definition.combine() != Combine.SET) {
            Literal nothing = Literal.of(definition.combine().ofNothing());
            replaced.put(target, new Replacement(definition.target(), nothing));
        }
    }

    private Step update(Definition definition, Guard guard) {
        List<Operand> operands = new ArrayList<>(definition.operands().size());
        boolean same = guard == definition.guard();
        for (Operand operand : definition.operands()) {
            Operand current = current(operand);
            same &= current == operand;
            operands.add(current);
        }
        rewrite(
                same
                        ? definition
                        : new Definition(
                                definition.target(),
                                definition.domain().with(guard),
                                definition.combine(),
                                definition.operator(),
                                operands,
                                definition.origin()));
        return definition;
    }

    private Step update(Requirement requirement, Guard guard) {
        Operand condition = current(requirement.condition());
        if (!condition.isLiteral(1)) {
            List<Requirement.Shown> shown = new ArrayList<>();
            requirement.shown().forEach(one -> shown.add(one.with(current(one.operand()))));
            Requirement updated = new Requirement(
                    requirement.domain().with(guard), condition, requirement.message(), shown, requirement.origin());
            if (keeps(updated)) {
                steps.add(updated);
            }
        }
        return requirement;
    }

    private Operand current(Operand operand) {
        if (!(operand instanceof Access access)) {
            return operand;
        }
        Replacement replacement = replaced.get(access.value());
        return replacement == null ? operand : replacement.of(access);
    }

    private Guard guard(Guard old) {
        if (old.isAlways()) {
            return old;
        }
        Guard known = guards.get(old);
        if (known == null) {
            known = renewed(old);
            guards.put(old, known);
        }
        return known;
    }

    private Guard renewed(Guard old) {
        Guard outer = guard(old.outer());
        if (outer == NEVER) {
            return NEVER;
        }
        Operand condition = current(old.condition());
        if (condition instanceof Literal literal) {
            return (literal.number() != 0) == old.expected() ? outer : NEVER;
        }
        boolean same = outer == old.outer() && condition.equals(old.condition());
        return same ? old : outer.and((Access) condition, old.expected());
    }
}
